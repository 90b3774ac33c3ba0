const VERDICTS = { created: 'new', changed: 'changed', unchanged: 'unchanged', refused: 'refused' };

/** The counts of an import, a line for each content type. */
export function table(counts) {
  const types = Object.entries(counts);
  const width = Math.max(0, ...types.map(([type]) => nameOf(type).length));
  return types.map(([type, verdicts]) => {
    const numbers = Object.entries(VERDICTS).map(
      ([verdict, word]) => `${String(verdicts[verdict]).padStart(7)} ${word}`,
    );
    return `${nameOf(type).padEnd(width)} ${numbers.join('')}`;
  });
}

const nameOf = (contentType) => contentType.slice(contentType.lastIndexOf('.') + 1);

/** A problem with the place it was found at: `plan.xlsx, Sheet 1, row 7, Status: …`. */
export function placed({ severity, place }, sentence) {
  const { file, table: sheet, row, column } = place;
  const where = [file, sheet, row === null ? null : `row ${row}`, column].filter((part) => part !== null);
  return `${severity === 'error' ? 'Error' : 'Warning'}: ${where.join(', ')}: ${sentence}`;
}

/** An import as one line. */
export function listed({ name, status, mapping, startedAt, actorName, files }) {
  const names = files.map((file) => file.name).join(', ');
  const who = actorName === null ? '' : ` by ${actorName}`;
  return `${name}  ${new Date(startedAt).toISOString()}  ${status}  ${mapping}  ${names}${who}`;
}

const STEPS = { check: 'Checked', write: 'Written' };

/**
 * Shows how far an import is, in one line of a terminal that is written over; elsewhere nothing.
 * @returns a function for each progress, and for null once it is over
 */
export function progressLine(stream) {
  if (!stream.isTTY) return () => undefined;
  return (progress) => {
    const text =
      progress === null
        ? ''
        : `${STEPS[progress.step]}: ${progress.done}${progress.of === null ? '' : ` of ${progress.of}`}`;
    stream.write(`\r\u001b[K${text}`);
  };
}
