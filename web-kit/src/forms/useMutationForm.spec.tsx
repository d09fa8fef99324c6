import { gql, type TypedDocumentNode } from "@apollo/client";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import * as z from "zod/mini";
import { type Answers, renderInApp } from "../testing/renderInApp";
import type { Refused } from "../vocabulary/error-words";
import { useMutationForm } from "./useMutationForm";

type Input = { phone: string; idempotencyKey: string };
type Data = { saveContact: { userErrors: Refused[] } };

const document: TypedDocumentNode<Data, { input: Input }> = gql`
  mutation SaveContact($input: SaveContactInput!) {
    saveContact(input: $input) {
      userErrors {
        code
        field
        message
      }
    }
  }
`;
const schema = z.object({ phone: z.string().check(z.minLength(1)) });

function ContactForm({ onDone }: { onDone: () => void }) {
  const { form, submit, alert } = useMutationForm({
    name: "save-contact",
    schema,
    defaultValues: { phone: "138" },
    document,
    variables: (values, idempotencyKey) => ({ input: { ...values, idempotencyKey } }),
    payload: (data) => data.saveContact,
    onDone,
  });
  return (
    <form onSubmit={submit}>
      <input aria-label="电话" {...form.register("phone")} />
      <p data-testid="field">{form.formState.errors.phone?.message}</p>
      <p data-testid="alert">{alert}</p>
      <button type="submit">保存</button>
    </form>
  );
}

const refusal = (code: string, field: string | null): Answers[string] => ({
  saveContact: {
    __typename: "Payload",
    userErrors: [{ __typename: "UserError", code, field, message: "The server's words" }],
  },
});
const accepted: Answers[string] = { saveContact: { __typename: "Payload", userErrors: [] } };

async function openForm(answer: Answers[string]) {
  const sent: Input[] = [];
  const onDone = vi.fn<() => void>();
  let answers = answer;
  await renderInApp(<ContactForm onDone={onDone} />, {
    answers: {
      SaveContact: (variables) => {
        sent.push((variables as { input: Input }).input);
        return answers as Exclude<typeof answers, (...given: never[]) => unknown>;
      },
    },
  });
  return {
    sent,
    onDone,
    nowAnswer: (next: Answers[string]) => {
      answers = next;
    },
    press: () => userEvent.click(screen.getByRole("button", { name: "保存" })),
  };
}

describe("a mutation form", () => {
  it("puts a refusal at the field the server names", async () => {
    const form = await openForm(refusal("VALIDATION", "input.phone"));
    await form.press();
    expect(screen.getByTestId("field").textContent).toBe("请检查这一项的填写。");
    expect(form.onDone).not.toHaveBeenCalled();
  });

  it("says above the form what belongs to no field", async () => {
    const form = await openForm(refusal("STALE_VERSION", "version"));
    await form.press();
    expect(screen.getByTestId("alert").textContent).toBe("刚刚有人更新了内容，请核对后再试。");
  });

  it("speaks with the server's words when it has none of its own", async () => {
    const form = await openForm(refusal("SOMETHING_NEW", null));
    await form.press();
    expect(screen.getByTestId("alert").textContent).toBe("The server's words");
  });

  it("repeats the same deed after a lost answer, and begins a new one after a refusal", async () => {
    const form = await openForm(new TypeError("fetch failed"));
    await form.press();
    form.nowAnswer(refusal("VALIDATION", "phone"));
    await form.press();
    form.nowAnswer(accepted);
    await form.press();
    const [lost, repeated, corrected] = form.sent.map((input) => input.idempotencyKey);
    expect(repeated).toBe(lost);
    expect(corrected).not.toBe(lost);
    expect(form.onDone).toHaveBeenCalledTimes(1);
  });
});
