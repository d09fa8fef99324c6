import { useAct } from "@kaidan/web-kit/forms/useAct";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { AnswerInquiryQuestionDocument, type WholeInquiryFragment } from "../../gql/graphql";
import css from "./Inquiries.module.css";

type Question = WholeInquiryFragment["questions"][number];

/** What suppliers ask. Who asks is told to nobody; what is answered for all is read by all who are invited. */
export function InquiryQuestions({ inquiry }: { inquiry: WholeInquiryFragment }) {
  const mayAnswer = inquiry.availableActions.includes("ANSWER");
  return (
    <section className="card stack" aria-labelledby="questions">
      <h2 id="questions">
        <Trans>服务商提问</Trans>
      </h2>
      {inquiry.questions.map((question) => (
        <article key={question.id} className={css.question}>
          <p>
            <strong>{question.question}</strong>{" "}
            <span className="muted small">
              <DateText at={question.askedAt} as="relative" />
            </span>
          </p>
          {question.answer ? (
            <p className={css.said}>{question.answer}</p>
          ) : (
            mayAnswer && <Answer question={question} />
          )}
        </article>
      ))}
    </section>
  );
}

function Answer({ question }: { question: Question }) {
  const { t } = useLingui();
  const [answer, setAnswer] = useState("");
  const { act, busy } = useAct(AnswerInquiryQuestionDocument, (data) => data.answerInquiryQuestion);
  return (
    <form
      className={css.items}
      onSubmit={(event) => {
        event.preventDefault();
        if (answer.trim()) void act({ input: { questionId: question.id, answer } });
      }}
    >
      <Textarea
        label={question.isPrivate ? t`回答（仅提问的服务商可见）` : t`回答（所有受邀服务商可见）`}
        rows={2}
        maxLength={1000}
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" loading={busy} disabled={answer.trim() === ""}>
        <Trans>回答</Trans>
      </Button>
    </form>
  );
}
