import { dayStamp } from "../kernel/day.js";
import { newId, newNumber } from "../kernel/ids.js";
import { fingerprint } from "../platform/signing.js";
import type { Tx } from "../platform/tx.js";
import { formFacts } from "./facts.js";
import { type FormCode, type FormSubject, formLife } from "./form.js";
import { addForm, type FormRow, latestForm, moveForm } from "./form.store.js";
import type { FormData } from "./form-data.js";
import { fillWording } from "./form-wording.js";
import { wordingInForce } from "./wording.store.js";

export interface IssueForm {
  readonly code: FormCode;
  readonly orderId: string | null;
  readonly subject: FormSubject;
  readonly data: FormData;
  /** Who may read it besides staff. */
  readonly customerId?: string | null;
  readonly supplierId?: string | null;
  /** Why it takes the place of the version before; also makes another version of the same facts. */
  readonly reason?: string;
}

/**
 * Issues a form about a subject and returns its id. What the newest version says already is not issued again, so facts
 * may be heard twice; other facts, or a reason, make the next version, which names the one it replaces. Two at once: the
 * second is refused by the key, begins anew and finds the first.
 */
export async function issueForm(tx: Tx, issue: IssueForm): Promise<string> {
  const { code, subject, data, reason = null } = issue;
  const dataHash = fingerprint(JSON.stringify(data));
  const last = await latestForm(tx, code, subject);
  const readers = { customerId: issue.customerId ?? null, supplierId: issue.supplierId ?? null };
  const same = last?.dataHash === dataHash && last.supplierId === readers.supplierId;
  if (last && same && reason === null) return last.id;
  const wording = await wordingInForce(tx, code);
  const no = newNumber("BD", dayStamp(tx.now));
  const said = {
    title: wording.title,
    no,
    madeAt: tx.now,
    blocks: fillWording(wording.text, naming(data, last, reason), { no, at: tx.now }),
  };
  const hash = fingerprint(JSON.stringify(said));
  const form: FormRow = {
    id: newId(),
    no,
    code,
    subjectKind: subject.kind,
    subjectId: subject.id,
    number: (last?.number ?? 0) + 1,
    supersedes: last?.id ?? null,
    reason,
    orderId: issue.orderId,
    ...readers,
    title: wording.title,
    amount: data.amount,
    wordingNumber: wording.number,
    data,
    dataHash,
    document: { ...said, hash },
    hash,
    issuedAt: tx.now,
    issuedBy: tx.actorId,
    state: formLife.initial,
    voidReason: null,
    voidedBy: null,
    voidedAt: null,
    pdfFileId: null,
    version: 1,
  };
  if (last && formLife.allows(last.state, "SUPERSEDE")) await moveForm(tx, last, "SUPERSEDE");
  await addForm(tx, form);
  tx.record(formFacts.issued(form, last?.no ?? null));
  return form.id;
}

/** Every version says which it is; a later one names the one whose place it takes, and why. */
function naming(data: FormData, last: FormRow | undefined, reason: string | null): FormData {
  const value = last ? `第 ${last.number + 1} 版，替代 ${last.no}` : "第 1 版";
  const version = { label: "版本", value };
  const why = reason === null ? [] : [{ label: "更正原因", value: reason }];
  return { ...data, facts: [...data.facts, version, ...why] };
}
