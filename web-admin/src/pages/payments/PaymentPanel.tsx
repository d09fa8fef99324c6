import { useQuery } from "@apollo/client/react";
import { ErrorState } from "@kaidan/web-kit/ui/ErrorState";
import { PhotoStage } from "@kaidan/web-kit/ui/PhotoStage";
import { ListSkeleton } from "@kaidan/web-kit/ui/Skeletons";
import { Trans, useLingui } from "@lingui/react/macro";
import { FileText } from "lucide-react";
import { useState } from "react";
import { useQueueMoves } from "../../features/queues/useQueues";
import { type PaymentFactsFragment, PaymentNowDocument } from "../../gql/graphql";
import { PaymentDecision } from "./PaymentDecision";
import { PaymentFacts } from "./PaymentFacts";
import { PaymentOutcome } from "./PaymentOutcome";
import css from "./PaymentPanel.module.css";

type PaymentPanelProps = { id: string; onDecided: () => void; onNext: () => void };

/** One slip beside its facts, to be confirmed or rejected; when a colleague was faster, what came out of it. */
export function PaymentPanel({ id, onDecided, onNext }: PaymentPanelProps) {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(PaymentNowDocument, { variables: { id } });
  const [refused, setRefused] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  useQueueMoves(() => void refetch());
  const payment = data?.payment;
  if (error && !payment) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton rows={3} />;
  if (!payment) return <p role="alert">{t`没有找到这笔付款，或您无权查看。`}</p>;
  const open = payment.state === "SLIP_UPLOADED";
  if (open && !wasOpen) setWasOpen(true);
  return (
    <div className={css.panel}>
      <section className="card" aria-label={t`转账凭证`}>
        <Slip payment={payment} />
      </section>
      <section className={`card ${css.side}`} aria-label={t`核对`}>
        <PaymentFacts payment={payment} />
        {open ? (
          <PaymentDecision
            payment={payment}
            onDecided={onDecided}
            onTooLate={() => {
              setRefused(true);
              void refetch();
            }}
          />
        ) : (
          <PaymentOutcome
            payment={payment}
            told={refused ? "REFUSED" : wasOpen ? "COLLEAGUE" : "OVER"}
            onNext={onNext}
          />
        )}
      </section>
    </div>
  );
}

function Slip({ payment: { slip } }: { payment: PaymentFactsFragment }) {
  const { t } = useLingui();
  if (!slip) return <PhotoStage photos={[]} label={t`转账凭证`} />;
  if (slip.mime.startsWith("image/")) return <PhotoStage photos={[slip]} label={t`转账凭证`} />;
  return (
    <a href={slip.url} target="_blank" rel="noreferrer" className={css.file}>
      <FileText size={20} strokeWidth={1.5} aria-hidden />
      <Trans>打开凭证文件</Trans>
    </a>
  );
}
