const COMMITMENT = '/commitments/open-data-kutaisi';
const CONTENT_MANAGER = '/admin/content-manager/collection-types/api::commitment.commitment';

const DESKTOP = { width: 1200, height: 720 };
const PHONE = { width: 412, height: 823 };
const PANEL = { width: 1400, height: 900 };

/**
 * The pictures of README: which page, how large, and what has to be on it before it is taken. `asAdmin` logs in
 * first. `path` may ask for the commitment's documentId.
 */
export const PICTURES = [
  { file: 'home.png', path: () => '/?locale=en', ready: 'h1', size: DESKTOP },
  { file: 'commitment.png', path: () => `${COMMITMENT}?locale=en`, ready: 'h1', size: DESKTOP },
  { file: 'commitment-ka.png', path: () => COMMITMENT, ready: 'h1', size: DESKTOP },
  {
    file: 'commitment-phone.png',
    path: () => `${COMMITMENT}?locale=en`,
    ready: 'h1',
    size: PHONE,
    isPhone: true,
  },
  {
    file: 'comment-sent-phone.png',
    path: () => `${COMMITMENT}/comment-sent?locale=en`,
    ready: 'h1',
    size: PHONE,
    isPhone: true,
  },
  {
    file: 'commitments-phone.png',
    path: () => '/commitments?locale=en',
    ready: 'h1',
    size: PHONE,
    isPhone: true,
  },
  {
    file: 'admin-commitment.png',
    path: ({ documentId }) => `${CONTENT_MANAGER}/${documentId}?plugins[i18n][locale]=en`,
    ready: 'input[name=title]',
    size: PANEL,
    asAdmin: true,
  },
  {
    file: 'admin-comments.png',
    path: () => '/admin/plugins/accountability/moderation',
    ready: 'ul[aria-busy=false] li',
    size: PANEL,
    asAdmin: true,
  },
  {
    file: 'admin-open-data.png',
    path: () => '/admin/plugins/accountability/open-data',
    ready: 'h1',
    size: PANEL,
    asAdmin: true,
  },
];

/** Comments that wait for a moderator, so that the queue has something to show. */
export const COMMENTS = [
  {
    locale: 'en',
    authorName: 'Ana',
    authorEmail: 'ana@example.org',
    body: 'Will the budget of the city be among the data sets, and in which format?',
  },
  {
    locale: 'ka',
    authorName: 'გიორგი',
    authorEmail: 'giorgi@example.org',
    body: 'კარგი იქნება, თუ გამოქვეყნდება საზოგადოებრივი ტრანსპორტის განრიგიც.',
  },
  {
    locale: 'en',
    authorName: 'Best offers',
    authorEmail: 'offers@example.org',
    body: 'Betting without risk: https://a.example https://b.example https://c.example',
  },
];
