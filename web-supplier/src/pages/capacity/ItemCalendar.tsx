import { joinList } from "@kaidan/web-kit/format/lists";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { ConfirmDialog } from "@kaidan/web-kit/ui/ConfirmDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { type CalendarSheetFragment, SaveSupplierCalendarDocument } from "../../gql/graphql";
import { CalendarForm } from "./CalendarForm";
import css from "./CapacityPage.module.css";
import { useWeekdays } from "./useWeekdays";

type ItemCalendarProps = {
  itemId: string;
  /** Undefined while the item follows the company. */
  own: CalendarSheetFragment | undefined;
  company: CalendarSheetFragment;
  /** Whether this member may change it. */
  plans: boolean;
  onChanged: () => void;
};

/** Whether an item follows the company's calendar or keeps one of its own, and the change from one to the other. */
export function ItemCalendar({ itemId, own, company, plans, onChanged }: ItemCalendarProps) {
  const [begun, setBegun] = useState(false);
  const shown = own ?? (begun ? { ...company, days: [], perDay: null, version: 0 } : undefined);
  return (
    <div className="stack">
      {!shown && <Follows company={company} onBegin={plans ? () => setBegun(true) : undefined} />}
      {shown && plans && <CalendarForm calendar={shown} itemId={itemId} onSaved={onChanged} />}
      {own && plans && <FollowAgain itemId={itemId} calendar={own} onChanged={onChanged} />}
    </div>
  );
}

function Follows({ company, onBegin }: { company: CalendarSheetFragment; onBegin: (() => void) | undefined }) {
  const { t, i18n } = useLingui();
  const names = useWeekdays();
  const worked = names.filter(({ value }) => company.workdays.includes(value)).map(({ label }) => label);
  return (
    <section className="card stack" aria-label={t`跟随公司日历`}>
      <h2>
        <Trans>跟随公司日历</Trans>
      </h2>
      <p>{joinList(worked, i18n.locale)}</p>
      {onBegin && (
        <Button variant="default" onClick={onBegin}>
          <Trans>为这项服务单独设置</Trans>
        </Button>
      )}
    </section>
  );
}

type FollowAgainProps = { itemId: string; calendar: CalendarSheetFragment; onChanged: () => void };

function FollowAgain({ itemId, calendar: { version, workdays }, onChanged }: FollowAgainProps) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const { act, busy } = useAct(SaveSupplierCalendarDocument, (data) => data.saveSupplierCalendar);
  async function follow(): Promise<void> {
    const input = { itemId, version, follow: true, workdays, days: [], perDay: null };
    if (await act({ input })) toast.ok(t`已恢复跟随公司日历`);
    setAsking(false);
    onChanged();
  }
  return (
    <div className={css.foot}>
      <Button variant="default" onClick={() => setAsking(true)}>
        <Trans>恢复跟随公司日历</Trans>
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t`恢复跟随公司日历？`}
        confirmLabel={t`恢复跟随`}
        busy={busy}
        onConfirm={() => void follow()}
      >
        <Trans>这项服务自己的工作日和特别日子会删除。</Trans>
      </ConfirmDialog>
    </div>
  );
}
