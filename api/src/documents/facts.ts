import type { Fact } from "../kernel/fact.js";
import { orderStream } from "../orders/facts.js";
import type { FormCode } from "./form.js";

interface AboutForm {
  readonly id: string;
  readonly no: string;
  readonly code: FormCode;
  readonly orderId: string | null;
}

/** A form's facts are told on its order's stream; those without an order on the staff's. */
const told = (kind: string, form: AboutForm, also: Readonly<Record<string, unknown>> = {}): Fact => ({
  kind,
  stream: form.orderId === null ? "staff:forms" : orderStream(form.orderId),
  payload: { formId: form.id, formNo: form.no, code: form.code, ...also },
});

export const formFacts = {
  issued: (form: AboutForm, supersedes: string | null): Fact => told("FormIssued", form, { supersedes }),
  voided: (form: AboutForm, reason: string): Fact => told("FormVoided", form, { reason }),
};
