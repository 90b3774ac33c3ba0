import { html, type Content, type Html } from '../../html/html';
import type { ContentFrame } from '../../page';

/** A field of a form: what is asked, and how it is filled in. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly isRequired: boolean;
  /** The control; it takes the attributes that tie it to its label, hint and error. */
  readonly control: (attributes: { id: string; described: string }) => Html;
}

/** A form whose script sends it. */
export interface PostForm {
  /** Ids of its fields begin with it. */
  readonly prefix: string;
  readonly fields: readonly Field[];
  readonly errors: string;
  readonly thanks: string;
  /** Behind the button that sends. */
  readonly buttons?: Content;
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

/** What is inside of a form: a place for a summary of errors, the fields, the trap for robots, the buttons. */
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

/** Where a form's script says that it has been sent. */
export const thanksOf = ({ thanks }: PostForm): Html =>
  html`<p class="thanks" role="status" tabindex="-1" data-thanks="${thanks}"></p>`;

/** What a form's script says meanwhile, and where nothing can be sent. */
export const tellings = ({ words }: ContentFrame): Html =>
  html`data-sending="${words.commentSending}" data-unreachable="${words.commentUnreachable}"`;
