import { formatMoney, minusFen } from "@kaidan/web-kit/format/money";
import { ConfirmDialog } from "@kaidan/web-kit/ui/ConfirmDialog";
import { useLingui } from "@lingui/react/macro";

type OtherAmountProps = {
  expected: string;
  /** Open while an amount is held that is not the expected one. */
  received: string | undefined;
  onClose: () => void;
  onConfirm: () => void;
};

/** Says what becomes of too little or too much money before it is booked. */
export function OtherAmount({ expected, received, onClose, onConfirm }: OtherAmountProps) {
  const { t } = useLingui();
  const [came, due] = [formatMoney(received ?? "0"), formatMoney(expected)];
  const missing = minusFen(expected, received ?? expected);
  const less = !missing.startsWith("-");
  const gap = formatMoney(missing.replace("-", ""));
  return (
    <ConfirmDialog
      opened={received !== undefined}
      onClose={onClose}
      title={t`到账 ${came}，与应到 ${due} 不同`}
      confirmLabel={t`按 ${came} 入账`}
      onConfirm={onConfirm}
    >
      <p>
        {less
          ? t`少 ${gap}：本期记为部分付款，客户需要补足后才算付清。`
          : t`多 ${gap}：多出的部分记为客户余款，可退还或抵用。`}
      </p>
    </ConfirmDialog>
  );
}
