import { html, type Content, type Html } from '../../html/html';
import type { ContentFrame } from '../../page';

/** A field of a form: label, hint and control. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly isRequired: boolean;
  /** The control; its attributes connect it to its label, hint and error. */
  readonly control: (attributes: { id: string; described: string }) => Html;
}

/** A form submitted by a script. */
export interface PostForm {
  /** Prefix of its fields' ids. */
  readonly prefix: string;
  readonly fields: readonly Field[];
  readonly errors: string;
  /** Content after the submit button. */
  readonly buttons?: Content;
}

/** A form in a dialog, which says in its place that it was taken. */
export interface DialogForm extends PostForm {
  readonly thanks: string;
}

function fieldOf(
  prefix: string,
  { name, label, hint, isRequired, control }: Field,
  frame: ContentFrame,
): Html {
  const { words } = frame;
  const id = `${prefix}-${name}`;
  const described = [hint !== undefined && `${id}-hint`, `${id}-error`].filter(Boolean).join(' ');
  return html`<div class="field">
    <label for="${id}"
      >${label} <span class="muted">(${isRequired ? words.required : words.optional})</span></label
    >
    ${control({ id, described })} ${hint !== undefined && html`<small id="${id}-hint">${hint}</small>`}
    <p class="error" id="${id}-error" hidden></p>
  </div>`;
}

/** Content of a form: a placeholder for an error summary, the fields, the honeypot, the buttons. */
export const formContent = ({ prefix, fields, errors, buttons }: PostForm, frame: ContentFrame): Html => {
  const { words } = frame;
  return html`<div class="error-summary" role="alert" tabindex="-1" hidden>
      <p>${errors}</p>
      <ul></ul>
    </div>
    ${fields.map((field) => fieldOf(prefix, field, frame))}
    <p class="trap" aria-hidden="true">
      <label for="${prefix}-website">${words.commentTrap}</label>
      <input id="${prefix}-website" name="website" tabindex="-1" autocomplete="off" />
    </p>
    <p class="tools"><button type="submit">${words.commentSend}</button> ${buttons}</p>`;
};

/** Where a form's script reports success. */
export const thanksOf = ({ thanks }: DialogForm): Html =>
  html`<p class="thanks" role="status" tabindex="-1" data-thanks="${thanks}"></p>`;

/** Messages of a form's script, and where nothing can be sent. */
export const formMessages = ({ words }: ContentFrame): Html =>
  html`data-sending="${words.commentSending}" data-unreachable="${words.commentUnreachable}"
  data-labelled="${words.labelled}"`;
