import { Money } from "@kaidan/web-kit/ui/Money";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { QueueName } from "../../features/queues/queue-list";
import type { DashboardQuery, WaitingContractFragment } from "../../gql/graphql";

export type Waiting = {
  id: string;
  words: ReactNode;
  since: string | null | undefined;
  /** Opens this very one on the queue's page, where that page can. */
  search?: { id: string };
  /** Its own page, where it has one. */
  to?: string;
};

type Edges<TNode> = { readonly edges: readonly { readonly node: TNode }[] } | null | undefined;

const shown = 3;

/** The entries of each queue that wait longest. Lists that other pages share may be longer; only the first count here. */
export function useOldest(data: DashboardQuery | undefined): Record<QueueName, Waiting[]> {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const english = i18n.locale === "en";
  return {
    paymentsToConfirm: first(data?.paymentsToConfirm, ({ id, customerName, amount, createdAt }) => ({
      id,
      words: (
        <>
          {customerName} <Money fen={amount} />
        </>
      ),
      since: createdAt,
      search: { id },
    })),
    // Inquiries and quotations are listed newest first, and money has tabs of its own: their cards count, and lead to the queue.
    unidentifiedReceipts: [],
    mismatchedPayments: [],
    deniedCollections: [],
    creditPayouts: [],
    refundsToMend: [],
    refundsToAnswer: [],
    refundsToApprove: [],
    ordersToAudit: [],
    amendmentsToAudit: [],
    changeRequests: [],
    strandedInquiries: [],
    quotationsToAnswer: [],
    quotationsToReview: [],
    contractsToVerify: first(data?.contractsToVerify, (contract) => waitingContract(contract, contract.uploadedAt)),
    contractsToIssue: first(data?.contractsToIssue, (contract) => waitingContract(contract, contract.createdAt)),
    needsHuman: first(data?.needsHuman, ({ id, itemName, createdAt }) => ({
      id,
      words: itemName,
      since: createdAt,
      search: { id },
    })),
    reportsToReview: first(data?.reportsToReview, ({ id, milestone, supplier, submittedAt }) => ({
      id,
      words: `${supplier.name} · ${milestone ?? t`进度说明`}`,
      since: submittedAt,
      search: { id },
    })),
    workToApprove: first(data?.delivered, ({ id, itemName, deliveredAt }) => ({
      id,
      words: itemName,
      since: deliveredAt,
      search: { id },
    })),
    applications: first(data?.supplierApplications, ({ id, organisation, submittedAt }) => ({
      id,
      words: organisation,
      since: submittedAt,
    })),
    proposedServices: first(data?.proposedServices, ({ id, supplier, item, createdAt }) => ({
      id,
      words: `${supplier.name} · ${english ? item.nameEn : item.name}`,
      since: createdAt,
    })),
    certificatesToVerify: first(data?.submittedCertificates, ({ id, kind, supplier, createdAt }) => ({
      id,
      words: [supplier?.name, kind].filter(Boolean).join(" · "),
      since: createdAt,
    })),
    certificatesExpiring: first(data?.expiringCertificates, ({ id, kind, supplier, daysLeft, expiresOn }) => ({
      id,
      words: [supplier?.name, kind, daysLeft < 0 ? t`已过期` : t`剩 ${daysLeft} 天（${expiresOn}）`]
        .filter(Boolean)
        .join(" · "),
      since: null,
    })),
    // Statements are listed newest first, too.
    statementsToApprove: [],
    statementsDisputed: [],
    statementsToPay: [],
    deadLetters: first(data?.deadLetters, ({ id, listener, at }) => ({ id, words: listener, since: at })),
  };
}

function waitingContract({ id, no, order }: WaitingContractFragment, since: string | null | undefined): Waiting {
  return { id, words: order ? `${order.contactName} · ${order.productTitle}` : no, since, to: `/contracts/${no}` };
}

function first<TNode>(list: Edges<TNode>, told: (node: TNode) => Waiting): Waiting[] {
  return (list?.edges ?? []).slice(0, shown).map(({ node }) => told(node));
}
