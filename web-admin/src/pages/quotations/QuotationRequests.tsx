import { useAct } from "@kaidan/web-kit/forms/useAct";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { Section } from "../../features/console/Section";
import { AnswerQuotationRequestDocument, type QuotationWholeFragment } from "../../gql/graphql";

type RequestsProps = { quotation: QuotationWholeFragment; onStale: () => void };

/** What the customer asks to have changed; an answer in words leaves the version as it is. */
export function QuotationRequests({ quotation, onStale }: RequestsProps) {
  const { t } = useLingui();
  if (quotation.requests.length === 0) return null;
  return (
    <Section title={t`客户请求`}>
      <ul className="list stack">
        {quotation.requests.map((request) => (
          <li key={request.id} className="stack">
            <span className="row">
              <DateText at={request.createdAt} as="absolute" />
              <StatusTag of="QuotationRequestState" state={request.state} />
            </span>
            <p style={{ whiteSpace: "pre-line" }}>{request.text}</p>
            {request.answeredByNumber && (
              <p className="muted small">
                <Trans>见第 {request.answeredByNumber} 版。</Trans>
              </p>
            )}
            {request.answer && <p className="muted">{request.answer}</p>}
            {request.state === "OPEN" && <AnswerForm requestId={request.id} onStale={onStale} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function AnswerForm({ requestId, onStale }: { requestId: string; onStale: () => void }) {
  const { t } = useLingui();
  const [answer, setAnswer] = useState("");
  const { act, busy } = useAct(AnswerQuotationRequestDocument, (data) => data.answerQuotationRequest);
  async function send(): Promise<void> {
    if (answer.trim() === "") return;
    const done = await act({ input: { requestId, answer } });
    if (!done) onStale();
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Textarea
        label={t`文字答复`}
        value={answer}
        maxLength={500}
        autosize
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" variant="default" loading={busy} disabled={answer.trim() === ""}>
          <Trans>答复</Trans>
        </Button>
      </div>
    </form>
  );
}
