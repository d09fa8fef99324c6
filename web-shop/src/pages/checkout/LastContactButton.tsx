import { useQuery } from "@apollo/client/react";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { LastContactDocument } from "../../gql/graphql";
import type { Contact } from "./contact-schema";

type LastContactButtonProps = { onUse: (contact: Pick<Contact, "contactName" | "contactPhone" | "address">) => void };

/** Fills in what the last order said; nothing for somebody's first order. */
export function LastContactButton({ onUse }: LastContactButtonProps) {
  const { data } = useQuery(LastContactDocument);
  const last = data?.myOrders.edges[0]?.node;
  if (!last) return null;
  const { contactName, contactPhone, address } = last;
  return (
    <Button size="xs" variant="default" onClick={() => onUse({ contactName, contactPhone, address })}>
      <Trans>使用上次的信息：{contactName}</Trans>
    </Button>
  );
}
