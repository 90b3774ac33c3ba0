const names = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Names of HTML elements, current and obsolete. Anything else between angle brackets, such as `x<y`, is text. */
export const ELEMENTS = names(
  `a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br button
  canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset
  figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins
  kbd label legend li link main map mark marquee math menu meta meter nav nobr noframes noscript object ol optgroup
  option output p param picture pre progress q rp rt ruby s samp script search section select small source span strike
  strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var
  video wbr xml xmp`,
);

/** Prefixes of elements that word processors leave in pasted text, such as `o:p`. */
export const OFFICE_PREFIXES = names('m o st1 v w');

/** Elements whose content is not displayed. */
export const HIDDEN = names(
  'applet audio canvas head iframe math noframes noscript object script select style svg template textarea title video xml',
);

/** Block elements: they start and end a line. */
export const BLOCKS = names(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
  footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre search section summary
  table tbody tfoot thead tr ul xmp`,
);

/** Boolean attributes; other names without a value do not make a tag. */
export const BARE_ATTRIBUTES = names(
  `async autofocus autoplay checked compact controls default defer disabled download hidden inert ismap itemscope loop
  multiple muted noresize noshade novalidate nowrap open readonly required reversed selected`,
);
