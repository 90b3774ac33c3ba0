import { html, type Html } from '../html/html';
import { directionOf, textFor, type Language, type Texts } from '../languages';
import type { Frame } from '../page';

/** What can be chosen. */
export interface Choice {
  readonly value: string;
  readonly text: string;
  /** Of the text, where it may be another one than the page's. */
  readonly language?: Language;
}

/** A choice by its title. */
export function titleChoice(value: string, title: Texts, { language, words }: Frame): Choice {
  const shown = textFor(title, language);
  return { value, text: shown?.text ?? words.untitled, language: shown?.language };
}

/**
 * A list to choose one from, without its label. It is written in the direction of the chosen text: a browser cuts what
 * is too long where the list ends, which is the beginning of a text of the other direction.
 */
export function selectList(
  { id, name }: { id: string; name: string },
  choices: readonly Choice[],
  chosen: string | null,
  { language }: Pick<Frame, 'language'>,
): Html {
  const other = choices.find(({ value }) => value === (chosen ?? ''))?.language ?? language;
  const direction = directionOf(other);
  return html`<select
    id="${id}"
    name="${name}"
    ${direction !== directionOf(language) && html`dir="${direction}"`}
  >
    ${choices.map(({ value, text, language: own = language }) => {
      const inOther = own !== language && html`lang="${own}" dir="${directionOf(own)}"`;
      return html`<option value="${value}" ${inOther} ${value === (chosen ?? '') && html`selected`}>
        ${text}
      </option>`;
    })}
  </select>`;
}
