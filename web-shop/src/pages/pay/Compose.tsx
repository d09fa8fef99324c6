import { useQuery } from "@apollo/client/react";
import { formatMoney, minusFen, sumFen } from "@kaidan/web-kit/format/money";
import { MoneyInput } from "@kaidan/web-kit/forms/MoneyInput";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { useSetting } from "@kaidan/web-kit/session/useSetting";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { CombinePaymentDocument, MyCreditDocument, PayByCreditDocument } from "../../gql/graphql";
import css from "./PayPage.module.css";

const none = { CREDIT: "", TEST_CHANNEL: "", BANK_TRANSFER: "" };
type Amounts = typeof none;
const ways = ["CREDIT", "TEST_CHANNEL", "BANK_TRANSFER"] as const;

type ComposeProps = { instalment: { readonly id: string; readonly payable: string }; onDone: () => void };

/** Several ways for one instalment, or one way for a part of it; credit alone pays at once. */
export function Compose({ instalment, onDone }: ComposeProps) {
  const { t } = useLingui();
  const [amounts, setAmounts] = useState<Amounts>(none);
  const { pay, busy } = usePay(instalment.id, amounts, onDone);
  const credit = useQuery(MyCreditDocument, { fetchPolicy: "cache-and-network" }).data?.myCredit ?? "0";
  const setting = useSetting();
  const sum = sumFen(Object.values(amounts).filter(Boolean));
  const rest = minusFen(instalment.payable, sum);
  const tooMuch = rest.startsWith("-");
  const available = formatMoney(credit);
  const field = (way: keyof Amounts) => ({
    value: amounts[way],
    onChange: (fen: string) => setAmounts((now) => ({ ...now, [way]: fen })),
  });
  return (
    <form
      className={`card ${css.choose}`}
      onSubmit={(event) => {
        event.preventDefault();
        void pay();
      }}
    >
      <h2>
        <Trans>组合支付或先付一部分</Trans>
      </h2>
      {credit !== "0" && (
        <MoneyInput label={t`客户余款`} description={t`可用 ${available}，其余款项到账前先占用`} {...field("CREDIT")} />
      )}
      {setting?.testChannel && <MoneyInput label={t`模拟支付`} {...field("TEST_CHANNEL")} />}
      <MoneyInput label={t`银行转账`} {...field("BANK_TRANSFER")} />
      <Sums sum={sum} rest={rest} tooMuch={tooMuch} />
      <Button type="submit" size="md" fullWidth loading={busy} disabled={sum === "0" || tooMuch}>
        <Trans>确认组合</Trans>
      </Button>
    </form>
  );
}

function Sums({ sum, rest, tooMuch }: { sum: string; rest: string; tooMuch: boolean }) {
  const [together, left] = [formatMoney(sum), formatMoney(rest)];
  return (
    <p role="status" className={tooMuch ? undefined : "muted"}>
      {tooMuch ? (
        <Trans>合计 {together}，超过了本期待付金额。</Trans>
      ) : (
        <Trans>
          合计 {together}，之后还剩 {left} 待付。
        </Trans>
      )}
    </p>
  );
}

function usePay(instalmentId: string, amounts: Amounts, onDone: () => void) {
  const { t } = useLingui();
  const parts = ways.flatMap((tender) =>
    amounts[tender] && amounts[tender] !== "0" ? [{ tender, amount: amounts[tender] }] : [],
  );
  const once = useIdempotencyKey(
    `combine:${instalmentId}:${parts.map((part) => Object.values(part).join()).join(";")}`,
  );
  const combination = useAct(CombinePaymentDocument, (data) => data.combinePayment);
  const creditAlone = useAct(PayByCreditDocument, (data) => data.payByCredit);
  async function pay(): Promise<void> {
    const idempotencyKey = once.key();
    const done = parts.every(({ tender }) => tender === "CREDIT")
      ? await creditAlone.act({ input: { instalmentId, amount: amounts.CREDIT, idempotencyKey } })
      : await combination.act({ input: { instalmentId, parts, idempotencyKey } });
    if (!done) return;
    once.answered();
    toast.ok(t`已提交，请继续完成各笔付款`);
    onDone();
  }
  return { pay, busy: combination.busy || creditAlone.busy };
}
