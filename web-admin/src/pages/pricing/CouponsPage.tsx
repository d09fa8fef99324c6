import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useMe } from "@kaidan/web-kit/session/useMe";
import type { Column } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { ListTable } from "@kaidan/web-kit/ui/ListTable";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { WordTag } from "@kaidan/web-kit/ui/StatusTag";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { couponStateWords, couponVerbWords, funderWords } from "@kaidan/web-kit/vocabulary/pricing-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Plus } from "lucide-react";
import { useState } from "react";
import { type CouponSheetFragment, CouponsPageDocument, type CouponVerb, MoveCouponDocument } from "../../gql/graphql";
import { CouponScope } from "./CouponScope";
import { MakeCoupon } from "./MakeCoupon";

/** Coupons with what they take off, how often they were used, and the ways to stop them. */
export function CouponsPage() {
  const { t } = useLingui();
  const { can } = useMe();
  const list = useListQuery(CouponsPageDocument, {});
  const columns = useColumns();
  const [making, setMaking] = useState(false);
  return (
    <>
      <PageHeader
        title={t`优惠券`}
        actions={
          can("pricing.publish") && (
            <Button onClick={() => setMaking(true)} leftSection={<Plus size={16} strokeWidth={1.5} aria-hidden />}>
              <Trans>新建优惠券</Trans>
            </Button>
          )
        }
      >
        <Trans>客户在结算页输入优惠码。发放后条款不变；取消或过期的订单会归还次数。</Trans>
      </PageHeader>
      <ListTable
        list={list}
        of={({ coupons }) => coupons}
        label={t`优惠券`}
        rowKey={({ id }) => id}
        columns={columns}
        actionsLabel={t`操作`}
        rowActions={(coupon) => can("pricing.publish") && <Verbs coupon={coupon} onChanged={list.refetch} />}
        empty={<EmptyState title={t`还没有优惠券`} />}
      />
      <MakeCoupon
        opened={making}
        onClose={() => setMaking(false)}
        onMade={() => {
          setMaking(false);
          toast.ok(t`优惠券已发放`);
          list.refetch();
        }}
      />
    </>
  );
}

const verbsOf: Record<CouponSheetFragment["state"], readonly CouponVerb[]> = {
  ACTIVE: ["PAUSE", "END"],
  PAUSED: ["RESUME", "END"],
  ENDED: [],
};

function Verbs({ coupon, onChanged }: { coupon: CouponSheetFragment; onChanged: () => void }) {
  const { i18n } = useI18n();
  const { act, busy } = useAct(MoveCouponDocument, (data) => data.moveCoupon);
  return verbsOf[coupon.state].map((verb) => (
    <Button
      key={verb}
      size="xs"
      variant="default"
      disabled={busy}
      onClick={() => {
        void act({ input: { couponId: coupon.id, version: coupon.version, verb } }).then(onChanged);
      }}
    >
      {i18n._(couponVerbWords[verb])}
    </Button>
  ));
}

function useColumns(): Column<CouponSheetFragment>[] {
  const { t } = useLingui();
  const { i18n } = useI18n();
  return [
    { key: "name", head: t`名称`, narrow: "title", cell: ({ name }) => name },
    { key: "code", head: t`优惠码`, cell: ({ code }) => <span className="mono">{code}</span> },
    { key: "off", head: t`优惠`, cell: (coupon) => <Off coupon={coupon} /> },
    { key: "scope", head: t`限用`, cell: ({ scope }) => <CouponScope scope={scope} /> },
    { key: "funder", head: t`由谁承担`, cell: ({ fundedBy }) => i18n._(funderWords[fundedBy]) },
    {
      key: "used",
      head: t`已用`,
      cell: ({ used, limitTotal }) => (limitTotal === null ? String(used) : `${used} / ${limitTotal}`),
    },
    { key: "until", head: t`到何时止`, cell: ({ validTo }) => <DateText at={validTo} as="day" /> },
    { key: "state", head: t`状态`, cell: ({ state }) => <WordTag of={couponStateWords[state]} /> },
  ];
}

function Off({ coupon: { kind, value, minSpend } }: { coupon: CouponSheetFragment }) {
  const percent = value / 100;
  return (
    <span>
      {kind === "AMOUNT" ? <Money fen={String(value)} /> : <Trans>减 {percent}%</Trans>}
      {minSpend !== "0" && (
        <small className="muted">
          {" "}
          <Trans>
            满 <Money fen={minSpend} />
          </Trans>
        </small>
      )}
    </span>
  );
}
