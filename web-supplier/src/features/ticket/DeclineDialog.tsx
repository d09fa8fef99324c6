import { ReasonDialog } from "@kaidan/web-kit/ui/ReasonDialog";
import { useLingui } from "@lingui/react/macro";

type DeclineDialogProps = { opened: boolean; busy: boolean; onClose: () => void; onConfirm: (reason: string) => void };

/** Why an offer is declined; the dispatcher of the platform reads it. */
export function DeclineDialog(props: DeclineDialogProps) {
  const { t } = useLingui();
  const reasons = [t`当天排满了`, t`距离太远`, t`价格不合适`, t`缺少合适的人手或工具`];
  return <ReasonDialog {...props} title={t`拒绝这一单？`} reasons={reasons} confirmLabel={t`拒绝接单`} />;
}
