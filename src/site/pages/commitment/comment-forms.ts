import { commentSentPath, pagePath } from '../../addresses';
import type { ReportReason } from '../../content/conversation';
import type { Commitment } from '../../content/records';
import { html, type Html } from '../../html/html';
import { textFor } from '../../languages';
import type { ContentFrame } from '../../page';
import { foldedOnPhones } from '../../parts/fold';
import { formContent, formMessages, thanksOf, type DialogForm, type Field, type PostForm } from './post-form';

/** A multi-line field, in any writing direction. The placeholder lets the style sheet find an empty field. */
const longText =
  (name: string, rows: number): Field['control'] =>
  ({ id, described }) =>
    html`<textarea
      id="${id}"
      name="${name}"
      rows="${rows}"
      dir="auto"
      placeholder=" "
      aria-describedby="${described}"
    ></textarea>`;

/** Fields of a comment or an answer. */
function commentFields({ words }: ContentFrame, label: string): Field[] {
  return [
    {
      name: 'authorName',
      label: words.commentName,
      hint: words.commentNameHint,
      isRequired: true,
      control: ({ id, described }) =>
        html`<input
          id="${id}"
          name="authorName"
          dir="auto"
          placeholder=" "
          autocomplete="name"
          maxlength="80"
          aria-describedby="${described}"
        />`,
    },
    {
      name: 'authorEmail',
      label: words.commentEmail,
      hint: words.commentEmailHint,
      isRequired: true,
      control: ({ id, described }) =>
        html`<input
          id="${id}"
          name="authorEmail"
          type="email"
          dir="ltr"
          autocomplete="email"
          maxlength="254"
          aria-describedby="${described}"
        />`,
    },
    {
      name: 'body',
      label,
      hint: words.commentBodyHint,
      isRequired: true,
      control: longText('body', 6),
    },
  ];
}

function reportFields({ words, language }: ContentFrame, reasons: readonly ReportReason[]): Field[] {
  return [
    {
      name: 'reason',
      label: words.reportReason,
      isRequired: true,
      control: ({ id, described }) =>
        html`<select id="${id}" name="reason" aria-describedby="${described}">
          <option value="">${words.choose}</option>
          ${reasons.map(({ code, labels }) => html`<option value="${code}">${textFor(labels, language)?.text ?? code}</option>`)}
        </select>`,
    },
    {
      name: 'details',
      label: words.reportDetails,
      hint: words.reportDetailsHint,
      isRequired: false,
      control: longText('details', 4),
    },
  ];
}

/** The form. Hidden until its script runs: the proof of work needs one. Then the script opens what happens next. */
export function commentForm({ slug }: Pick<Commitment, 'slug'>, frame: ContentFrame): Html {
  const { words, language } = frame;
  const sent = slug === null ? pagePath('/commitments', language) : commentSentPath(slug, language);
  const form: PostForm = {
    prefix: 'comment',
    fields: commentFields(frame, words.commentBody),
    errors: words.commentErrors,
  };
  return html`<section class="card" aria-labelledby="write">
    <h3 id="write">${words.commentTitle}</h3>
    ${foldedOnPhones(
      words.commentTitle,
      html`<p class="intro">${words.commentIntro}</p>
        <p class="without-script">${words.commentNeedsScript}</p>
        <form hidden novalidate data-comments data-sent="${sent}" ${formMessages(frame)}>
          ${formContent(form, frame)}
        </form>`,
      frame,
    )}
  </section>`;
}

/**
 * A dialog as a template, which its script inserts for a comment. Until then its fields are not part of the page.
 */
function dialogTemplate(kind: string, form: DialogForm, intro: string, frame: ContentFrame): Html {
  const close = (label: string) => html`<button type="button" class="quiet" data-close>${label}</button>`;
  const whole = { ...form, prefix: kind, buttons: close(frame.words.cancel) };
  return html`<template id="${kind}-template">
    <dialog class="form-dialog" aria-labelledby="${kind}-title">
      <h2 id="${kind}-title"></h2>
      <blockquote class="quoted" dir="auto"></blockquote>
      <form novalidate ${formMessages(frame)}>
        <p>${intro}</p>
        ${formContent(whole, frame)}
      </form>
      ${thanksOf(whole)}
      <p class="tools" data-after hidden>${close(frame.words.close)}</p>
    </dialog>
  </template>`;
}

/** For an answer to a comment. */
export const replyTemplate = (frame: ContentFrame): Html => {
  const { words } = frame;
  const form = {
    prefix: 'reply',
    fields: commentFields(frame, words.replyBody),
    errors: words.replyErrors,
    thanks: words.replyThanks,
  };
  return dialogTemplate('reply', form, words.replyIntro, frame);
};

/** For a report of a comment. */
export const reportTemplate = (reasons: readonly ReportReason[], frame: ContentFrame): Html => {
  const { words } = frame;
  const form = {
    prefix: 'report',
    fields: reportFields(frame, reasons),
    errors: words.reportErrors,
    thanks: words.reportThanks,
  };
  return dialogTemplate('report', form, words.reportIntro, frame);
};
