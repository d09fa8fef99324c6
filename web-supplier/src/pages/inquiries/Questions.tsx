import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Checkbox, Textarea } from "@mantine/core";
import { z } from "zod";
import { AskInquiryQuestionDocument, type BidderInquiryFragment } from "../../gql/graphql";
import css from "./Inquiries.module.css";

/** What was asked and answered; who asked is told to nobody. */
export function Questions({ inquiry }: { inquiry: BidderInquiryFragment }) {
  const { t } = useLingui();
  return (
    <section className="card stack" aria-labelledby="questions">
      <h2 id="questions">
        <Trans>答疑</Trans>
      </h2>
      {inquiry.questions.map((question) => (
        <article key={question.id} className={css.question}>
          <p>
            <strong>{question.question}</strong>{" "}
            <span className="muted small">
              {question.mine && (question.isPrivate ? t`本单位（私下）` : t`本单位`)}{" "}
              <DateText at={question.askedAt} as="relative" />
            </span>
          </p>
          <p className={css.said}>{question.answer ?? <span className="muted">{t`等待回答`}</span>}</p>
        </article>
      ))}
      {inquiry.questions.length === 0 && (
        <p className="muted small">
          <Trans>还没有提问。</Trans>
        </p>
      )}
      {inquiry.availableActions.includes("ASK") && <Ask key={inquiry.questions.length} inquiryId={inquiry.id} />}
    </section>
  );
}

const askSchema = z.object({ question: z.string().trim().min(1).max(500), isPrivate: z.boolean() });

function Ask({ inquiryId }: { inquiryId: string }) {
  const { t } = useLingui();
  const { form, submit, busy, alert } = useMutationForm({
    name: `ask:${inquiryId}`,
    schema: askSchema,
    defaultValues: { question: "", isPrivate: false },
    document: AskInquiryQuestionDocument,
    variables: (values, idempotencyKey) => ({ input: { inquiryId, ...values, idempotencyKey } }),
    payload: (data) => data.askInquiryQuestion,
    onDone: () => toast.ok(t`已提问`),
  });
  return (
    <form onSubmit={submit} noValidate className="stack">
      {alert && (
        <Alert color="red" role="alert">
          {alert}
        </Alert>
      )}
      <Textarea
        label={t`提问`}
        description={t`问答会发给所有受邀服务商，不显示提问者`}
        rows={2}
        error={form.formState.errors.question?.message}
        {...form.register("question")}
      />
      <Checkbox label={t`只让我看到回答`} {...form.register("isPrivate")} />
      <Button type="submit" variant="default" loading={busy}>
        <Trans>提问</Trans>
      </Button>
    </form>
  );
}
