import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { ReasonDialog } from "@kaidan/web-kit/ui/ReasonDialog";
import { wishWords } from "@kaidan/web-kit/vocabulary/amendment-words";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { Section } from "../../features/console/Section";
import { DeclineChangeDocument, type OrderChangesQuery } from "../../gql/graphql";

type Wish = NonNullable<OrderChangesQuery["staffOrder"]>["changeRequests"][number];

/** What the customer or a supplier asked to have changed and nobody answered yet. */
export function ChangeRequests({ wishes, onStale }: { wishes: readonly Wish[]; onStale: () => void }) {
  const { t } = useLingui();
  const open = wishes.filter(({ state }) => state === "OPEN");
  if (open.length === 0) return null;
  return (
    <Section title={t`有变更申请待处理`}>
      <ul className="list stack">
        {open.map((wish) => (
          <Waiting key={wish.id} wish={wish} onStale={onStale} />
        ))}
      </ul>
    </Section>
  );
}

function Waiting({ wish, onStale }: { wish: Wish; onStale: () => void }) {
  const { t, i18n } = useLingui();
  const { can } = useMe();
  const [asking, setAsking] = useState(false);
  const { act, busy } = useAct(DeclineChangeDocument, (data) => data.declineChange);
  async function decline(reason: string): Promise<void> {
    await act({ input: { requestId: wish.id, version: wish.version, reason } });
    setAsking(false);
    onStale();
  }
  return (
    <li className="stack">
      <span className="muted small">
        {wish.supplier?.name ?? t`客户`} · {i18n._(wishWords[wish.wish])}
      </span>
      <span>{wish.text}</span>
      {can("orders.edit") && (
        <span>
          <Button variant="default" size="xs" onClick={() => setAsking(true)}>
            <Trans>拒绝申请</Trans>
          </Button>
        </span>
      )}
      <ReasonDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t`拒绝申请`}
        confirmLabel={t`拒绝申请`}
        busy={busy}
        onConfirm={(reason) => void decline(reason)}
      />
    </li>
  );
}
