import { fileOf, pictureOf } from './media';

describe('a file of the media library', () => {
  it('has an address, a type and a size', () => {
    expect(fileOf({ name: 'plan.pdf', url: '/uploads/plan_1.pdf', ext: '.pdf', size: 12.5 })).toEqual({
      name: 'plan.pdf',
      address: '/uploads/plan_1.pdf',
      type: 'PDF',
      kilobytes: 12.5,
    });
    expect(fileOf({ name: 'a', url: 'https://files.example/a', mime: 'text/csv', size: null })).toEqual({
      name: 'a',
      address: 'https://files.example/a',
      type: 'CSV',
      kilobytes: null,
    });
  });

  it.each([null, undefined, {}, { url: 'javascript:alert(1)' }, { url: 'data:text/html,x' }])(
    'is none where nothing can be linked to: %j',
    (media) => {
      expect(fileOf(media)).toBeNull();
    },
  );
});

describe('a picture', () => {
  it('is the small one, with what its editor wrote', () => {
    const thumbnail = { url: '/uploads/thumbnail_a.png', width: 245, height: 80 };
    expect(pictureOf({ url: '/uploads/a.png', alternativeText: 'A house', formats: { thumbnail } })).toEqual({
      address: '/uploads/thumbnail_a.png',
      width: 245,
      height: 80,
      alternative: 'A house',
    });
  });

  it.each(['https://elsewhere.example/a.png', '//elsewhere.example/a.png', '/\\elsewhere.example/a.png'])(
    'of another site is not shown: %s',
    (url) => {
      expect(pictureOf({ url, formats: null })).toBeNull();
    },
  );
});
