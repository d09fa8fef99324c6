import { formatNumber } from "@kaidan/web-kit/format/numbers";
import { ConfirmDialog } from "@kaidan/web-kit/ui/ConfirmDialog";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { useLingui } from "@lingui/react/macro";
import type { DispatchCandidateFactsFragment, DispatchTicketFragment } from "../../gql/graphql";
import { Score } from "./ScoreTrace";

type ConfirmDispatchProps = {
  ticket: DispatchTicketFragment;
  /** Open while somebody is chosen. */
  candidate: DispatchCandidateFactsFragment | undefined;
  busy: boolean;
  onClose: () => void;
  onConfirm: (candidate: DispatchCandidateFactsFragment) => void;
};

/** Says once more who will be asked to do what. */
export function ConfirmDispatch({ ticket, candidate, busy, onClose, onConfirm }: ConfirmDispatchProps) {
  const { t } = useLingui();
  const name = candidate?.supplier.name ?? "";
  return (
    <ConfirmDialog
      opened={candidate !== undefined}
      onClose={onClose}
      title={t`派给 ${name}？`}
      confirmLabel={t`派单`}
      busy={busy}
      onConfirm={() => candidate && onConfirm(candidate)}
    >
      <Facts
        items={[
          {
            label: t({ message: "服务项目", context: "one" }),
            value: `${ticket.itemName} ${formatNumber(ticket.quantity)} ${ticket.unit}`,
          },
          { label: t`地区`, value: ticket.region.name },
          { label: t`评分`, value: candidate && <Score score={candidate.score} /> },
        ]}
      />
      <p className="muted">{t`对方会立即收到通知；超时未接单，系统会接着问下一家。`}</p>
    </ConfirmDialog>
  );
}
