import { dayOf, endOfDay, lastDayBefore, startOfDay } from "@kaidan/web-kit/format/days";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { useNow } from "@kaidan/web-kit/ui/useNow";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { type CapacitySheetFragment, DropPauseDocument, PlanPauseDocument } from "../../gql/graphql";
import css from "./CapacityPage.module.css";

type PauseCardProps = { supplier: CapacitySheetFragment; onChanged: () => void };

/** The whole company rests for a while: now, or from a day to come. */
export function PauseCard({ supplier, onChanged }: PauseCardProps) {
  const { t } = useLingui();
  const today = dayOf(useNow());
  const { version, availableActions } = supplier;
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [note, setNote] = useState("");
  const planning = useAct(PlanPauseDocument, (data) => data.pauseSupplier);
  const dropping = useAct(DropPauseDocument, (data) => data.unpauseSupplier);
  async function plan(): Promise<void> {
    const days = { from: from ? startOfDay(from) : null, to: to ? endOfDay(to) : null };
    if (await planning.act({ input: { version, ...days, note: note || null } })) toast.ok(t`暂停已安排`);
    onChanged();
  }
  async function drop(): Promise<void> {
    if (await dropping.act({ input: { version } })) toast.ok(t`已恢复接单`);
    onChanged();
  }
  return (
    <section className="card stack" aria-label={t`暂停接单`}>
      <h2>
        <Trans>暂停接单</Trans>
      </h2>
      <PausePlan supplier={supplier} />
      {availableActions.includes("PAUSE") && (
        <div className={css.add}>
          <TextInput
            type="date"
            label={t`从（不填即刻）`}
            min={today}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={t`到（不填则手动恢复）`}
            min={from || today}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
          <TextInput
            label={t`原因（选填）`}
            maxLength={300}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Button variant="default" style={{ alignSelf: "end" }} loading={planning.busy} onClick={() => void plan()}>
            {from ? <Trans>安排暂停</Trans> : <Trans>现在暂停</Trans>}
          </Button>
        </div>
      )}
      {availableActions.includes("UNPAUSE") && (
        <Button loading={dropping.busy} onClick={() => void drop()}>
          {supplier.state === "PAUSED" ? <Trans>恢复接单</Trans> : <Trans>取消安排</Trans>}
        </Button>
      )}
    </section>
  );
}

function PausePlan({ supplier }: { supplier: CapacitySheetFragment }) {
  const { pauseFrom, pauseTo, pauseNote } = supplier;
  if (!pauseFrom) return null;
  const first = dayOf(pauseFrom);
  const last = pauseTo && lastDayBefore(pauseTo);
  return (
    <p>
      {last ? (
        <Trans>
          {first} 至 {last} 暂停接单
        </Trans>
      ) : (
        <Trans>{first} 起暂停接单</Trans>
      )}
      {pauseNote && <span className="muted"> · {pauseNote}</span>}
    </p>
  );
}
