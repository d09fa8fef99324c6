import { useLazyQuery } from "@apollo/client/react";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Radio, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Section } from "../../features/console/Section";
import { QuotationCustomersDocument, StartQuotationDocument } from "../../gql/graphql";
import { contentOf, type Draft, emptyDraft } from "./composer-draft";
import { QuotationComposer } from "./QuotationComposer";

/** A quotation that staff begin: whom it is for, then what it says. */
export function NewQuotationPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [customerId, setCustomerId] = useState("");
  const [initial] = useState(() => emptyDraft(Date.now()));
  const { act, busy } = useAct(StartQuotationDocument, (data) => data.startQuotation);
  const idempotency = useIdempotencyKey("start-quotation");

  async function save(draft: Draft): Promise<void> {
    const input = { customerId, content: contentOf(draft), idempotencyKey: idempotency.key() };
    const done = await act({ input });
    idempotency.answered();
    if (done?.quotation) await navigate({ to: "/quotations/$no", params: { no: done.quotation.no } });
  }

  return (
    <>
      <PageHeader title={t`新建报价单`} back="/quotations" />
      <QuotationComposer
        initial={initial}
        quotationId={null}
        customerId={customerId || null}
        asksForNote={false}
        busy={busy}
        ready={customerId !== ""}
        onSave={(draft) => void save(draft)}
      >
        <CustomerPicker value={customerId} onChange={setCustomerId} />
      </QuotationComposer>
    </>
  );
}

/** Finds a customer by what only somebody who knows them can type: the whole login or phone number. */
function CustomerPicker({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const { t } = useLingui();
  const [text, setText] = useState("");
  const [find, { data, loading }] = useLazyQuery(QuotationCustomersDocument);
  const found = data?.quotationCustomers;
  const search = () => void find({ variables: { loginOrPhone: text.trim() } });
  return (
    <Section title={t`客户`}>
      <div className="row">
        <TextInput
          label={t`客户的登录邮箱或手机号`}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            search();
          }}
        />
        <Button variant="default" loading={loading} disabled={text.trim() === ""} onClick={search}>
          <Trans>查找</Trans>
        </Button>
      </div>
      {found?.length === 0 && (
        <p role="status">
          <Trans>没有这个客户，请核对完整的邮箱或手机号。</Trans>
        </p>
      )}
      {found && found.length > 0 && (
        <Radio.Group value={value} onChange={onChange} label={t`选择客户`}>
          {found.map(({ id, displayName, login, phone }) => (
            <Radio key={id} value={id} label={`${displayName} · ${login}${phone ? ` · ${phone}` : ""}`} />
          ))}
        </Radio.Group>
      )}
    </Section>
  );
}
