import { DateText } from "@kaidan/web-kit/ui/DateText";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { useLingui } from "@lingui/react/macro";
import { Section } from "../../features/console/Section";
import type { StaffOrderPageOrderFragment } from "../../gql/graphql";

/** Who ordered, whom to call and where the work is; what the customer filled in. */
export function OrderCustomer({ order }: { order: StaffOrderPageOrderFragment }) {
  const { t } = useLingui();
  const { customer, contactName, contactPhone, region, address, note, inputs, serviceOn } = order;
  return (
    <>
      <Section title={t`客户`}>
        <Facts
          items={[
            { label: t`客户`, value: customer.displayName },
            { label: t`账号`, value: customer.login },
            { label: t`联系人`, value: contactName },
            { label: t`电话`, value: <a href={`tel:${contactPhone}`}>{contactPhone}</a> },
            { label: t`服务地址`, value: `${region.name} ${address}`, wide: true },
            { label: t`希望开始的日期`, value: serviceOn && <DateText at={serviceOn} as="day" /> },
            { label: t`备注`, value: note, wide: true },
          ]}
        />
      </Section>
      {inputs.length > 0 && (
        <Section title={t`下单信息`}>
          <Facts
            items={inputs.map(({ label, value, unit }) => ({ label, value: unit ? `${value} ${unit}` : value }))}
          />
        </Section>
      )}
    </>
  );
}
