/** The day of a deadline. */
export interface CalendarEvent {
  readonly uid: string;
  /** ISO day. */
  readonly day: string;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  readonly status: 'CONFIRMED' | 'CANCELLED';
  /** Label of the kind of document; null where it has none. */
  readonly category: string | null;
  /** Increases with every change. */
  readonly sequence: number;
  readonly modified: Date;
}

export interface Calendar {
  readonly name: string;
  readonly description: string;
  readonly language: string;
  readonly url: string;
  readonly events: readonly CalendarEvent[];
}

const PRODUCT = '-//strapi-plugin-accountability//Deadlines//EN';
const MAX_OCTETS = 75;
const DAY_MS = 24 * 60 * 60 * 1000;

/** A value of type TEXT (RFC 5545, 3.3.11): line ends and separators escaped, control characters removed. */
export const calendarText = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')

    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');

/** A content line folded to at most 75 octets, never inside a character (RFC 5545, 3.1), with its line end. */
export function foldLine(line: string): string {
  let [folded, octets] = ['', 0];
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > MAX_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return `${folded}\r\n`;
}

const basicDate = (isoDay: string): string => isoDay.replaceAll('-', '');
const dayAfter = (isoDay: string): string =>
  new Date(Date.parse(`${isoDay}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
const basicTime = (moment: Date): string => `${moment.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** Texts without their language, which the calendar has: some readers make objects of texts with a parameter. */
const eventLines = (event: CalendarEvent): string[] => [
  'BEGIN:VEVENT',
  `UID:${calendarText(event.uid)}`,
  // Without a METHOD, DTSTAMP is the time of the last revision.
  `DTSTAMP:${basicTime(event.modified)}`,
  `LAST-MODIFIED:${basicTime(event.modified)}`,
  `SEQUENCE:${event.sequence}`,
  `DTSTART;VALUE=DATE:${basicDate(event.day)}`,
  `DTEND;VALUE=DATE:${basicDate(dayAfter(event.day))}`,
  `SUMMARY:${calendarText(event.summary)}`,
  `DESCRIPTION:${calendarText(event.description)}`,
  ...(event.category ? [`CATEGORIES:${calendarText(event.category)}`] : []),
  `STATUS:${event.status}`,
  // A deadline does not make anybody busy.
  'TRANSP:TRANSPARENT',
  `URL:${event.url}`,
  'END:VEVENT',
];

/** The calendar after RFC 5545. Pure. */
export const calendarFile = ({ name, description, language, url, events }: Calendar): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${PRODUCT}`,
    'CALSCALE:GREGORIAN',
    // RFC 7986, and the older property that programs know.
    `NAME;LANGUAGE=${language}:${calendarText(name)}`,
    `X-WR-CALNAME:${calendarText(name)}`,
    `DESCRIPTION;LANGUAGE=${language}:${calendarText(description)}`,
    `X-WR-CALDESC:${calendarText(description)}`,
    `URL:${url}`,
    'REFRESH-INTERVAL;VALUE=DURATION:P1D',
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
    .map(foldLine)
    .join('');
