import { useAct } from "@kaidan/web-kit/forms/useAct";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { SaveBankAccountDocument, type SettlementPageQuery } from "../../gql/graphql";

type BankAccountProps = { sheet: SettlementPageQuery["mySettlement"]; onSaved: () => void };

/** Where the supplier is paid. The number is never shown again, only its end. */
export function BankAccount({ sheet, onSaved }: BankAccountProps) {
  const { t } = useLingui();
  const { act, busy } = useAct(SaveBankAccountDocument, (data) => data.saveBankAccount);
  const [bankName, setBankName] = useState(sheet.bankName ?? "");
  const [accountName, setAccountName] = useState(sheet.accountName ?? "");
  const [accountNo, setAccountNo] = useState("");
  const digits = accountNo.replaceAll(/[\s-]/g, "");
  const wrong = accountNo !== "" && !/^\d{8,30}$/.test(digits);
  const ready = bankName.trim() !== "" && accountName.trim() !== "" && digits !== "" && !wrong;
  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    const done = await act({ input: { version: sheet.version, bankName, accountName, accountNo: digits } });
    if (!done) return;
    toast.ok(t`收款账户已保存`);
    onSaved();
  }
  return (
    <form className="card stack" onSubmit={(event) => void save(event)} aria-labelledby="bank-account">
      <h2 id="bank-account">
        <Trans>收款账户</Trans>
      </h2>
      <p className="muted small">
        {sheet.accountTail ? (
          <Trans>
            当前账户：{sheet.bankName} 尾号 {sheet.accountTail}。更换时请完整填写。
          </Trans>
        ) : (
          <Trans>还没有填写收款账户，填写后平台才能付款。</Trans>
        )}
      </p>
      <TextInput
        label={t`开户行`}
        value={bankName}
        maxLength={60}
        onChange={(event) => setBankName(event.currentTarget.value)}
      />
      <TextInput
        label={t`户名`}
        value={accountName}
        maxLength={60}
        onChange={(event) => setAccountName(event.currentTarget.value)}
      />
      <TextInput
        label={t`账号`}
        value={accountNo}
        inputMode="numeric"
        autoComplete="off"
        error={wrong ? t`账号是 8 到 30 位数字` : undefined}
        onChange={(event) => setAccountNo(event.currentTarget.value)}
      />
      <Button type="submit" loading={busy} disabled={!ready}>
        <Trans>保存收款账户</Trans>
      </Button>
    </form>
  );
}
