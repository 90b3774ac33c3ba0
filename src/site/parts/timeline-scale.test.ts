import fc from 'fast-check';
import { periodOf } from 'strapi-plugin-accountability/server';
import { mirrored, placeOf, scaleOf, type Span } from './timeline-scale';

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const span = fc
  .tuple(
    day,
    fc.constantFrom('day' as const, 'month' as const, 'quarter' as const, 'season' as const, 'year' as const),
  )
  .map(([date, precision]) => periodOf(date, precision) as Span);

describe('the scale of a timeline', () => {
  it('has room for every span, none narrower than its days, in the order of time', () => {
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 30 }), (spans) => {
        const scale = scaleOf(spans)!;
        const places = spans.map((one) => placeOf(one, scale));
        for (const { x, width } of places) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(width).toBeGreaterThan(0);
          expect(x + width).toBeLessThanOrEqual(100 + 1e-9);
        }
        spans.forEach((one, index) => {
          spans.forEach((other, at) => {
            if (one.earliest < other.earliest) expect(places[index]!.x).toBeLessThan(places[at]!.x);
          });
        });
        expect(scale.years.length).toBeLessThanOrEqual(8);
        expect(scale.years.length).toBeGreaterThan(0);
        for (const { x } of scale.years) expect(x >= 0 && x < 100).toBe(true);
      }),
    );
  });

  it('draws a month over its days, and a day as one', () => {
    const scale = scaleOf([{ earliest: '2019-01-01', latest: '2019-12-31' }])!;
    const month = placeOf(periodOf('2019-02-01', 'month')!, scale);
    expect(month.width).toBeCloseTo((28 / 365) * 100);
    expect(placeOf(periodOf('2019-02-01', 'day')!, scale).width).toBeCloseTo(100 / 365);
    expect(month.x).toBeCloseTo((31 / 365) * 100);
    expect(scale.years).toEqual([{ year: 2019, x: 0 }]);
  });

  it('begins with the year where all is within one, so that the year is named', () => {
    const scale = scaleOf([{ earliest: '2022-12-01', latest: '2022-12-31' }])!;
    expect(scale.years).toEqual([{ year: 2022, x: 0 }]);
    expect(placeOf({ earliest: '2022-12-01', latest: '2022-12-31' }, scale).width).toBeCloseTo(
      (31 / 365) * 100,
    );
  });

  it('runs the other way where the language does, and back', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (a, b) => {
          const place = { x: Math.min(a, b), width: Math.abs(a - b) };
          const back = mirrored(mirrored(place));
          expect(back.x).toBeCloseTo(place.x);
          expect(mirrored(place).x + place.width).toBeCloseTo(100 - place.x);
        },
      ),
    );
  });

  it('is none without dates', () => {
    expect(scaleOf([])).toBeNull();
  });
});
