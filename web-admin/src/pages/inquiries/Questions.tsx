import { useAct } from "@kaidan/web-kit/forms/useAct";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { Section } from "../../features/console/Section";
import { AnswerInquiryQuestionByStaffDocument, type WholeStaffInquiryFragment } from "../../gql/graphql";
import css from "./Inquiry.module.css";

type Question = WholeStaffInquiryFragment["questions"][number];

/** What suppliers asked; staff answer where the customer does not. */
export function Questions({ inquiry }: { inquiry: WholeStaffInquiryFragment }) {
  const { t } = useLingui();
  const mayAnswer = inquiry.availableActions.includes("ANSWER");
  return (
    <Section title={t`答疑`}>
      {inquiry.questions.map((question) => (
        <article key={question.id}>
          <strong>{question.question}</strong>
          {question.answer ? (
            <p className={css.said}>{question.answer}</p>
          ) : (
            mayAnswer && <Answer question={question} />
          )}
        </article>
      ))}
    </Section>
  );
}

function Answer({ question }: { question: Question }) {
  const { t } = useLingui();
  const [answer, setAnswer] = useState("");
  const { act, busy } = useAct(AnswerInquiryQuestionByStaffDocument, (data) => data.answerInquiryQuestionByStaff);
  return (
    <form
      className={css.stack}
      onSubmit={(event) => {
        event.preventDefault();
        if (answer.trim()) void act({ input: { questionId: question.id, answer } });
      }}
    >
      <Textarea
        label={question.isPrivate ? t`回答（仅提问的服务商可见）` : t`回答（所有受邀服务商可见）`}
        autosize
        minRows={2}
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" loading={busy} disabled={answer.trim() === ""}>
          <Trans>回答</Trans>
        </Button>
      </div>
    </form>
  );
}
