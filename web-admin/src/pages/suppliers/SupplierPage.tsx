import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { ButtonLink } from "@kaidan/web-kit/ui/ButtonLink";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { Columns } from "../../features/console/Section";
import { SupplierCapacity } from "./SupplierCapacity";
import { SupplierCertificates } from "./SupplierCertificates";
import { SupplierMembers } from "./SupplierMembers";
import { SupplierProfile, SupplierStanding } from "./SupplierProfile";
import { SupplierServices } from "./SupplierServices";
import { SupplierStateActions } from "./SupplierStateActions";
import { SupplierTickets } from "./SupplierTickets";

const route = getRouteApi("/signedIn/suppliers/$id");

/** One supplier: what it can do at which price, who works there, and what is open with it. */
export function SupplierPage() {
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const { can } = useMe();
  const supplier = data.staffSupplier;
  if (!supplier) return <NotFoundState home={import.meta.env.BASE_URL} />;
  return (
    <>
      <PageHeader
        title={supplier.name}
        back="/suppliers"
        aside={<StatusTag of="SupplierState" state={supplier.state} />}
        actions={
          <>
            {can("settlement.read") && (
              <ButtonLink to="/settlement/suppliers/$supplierId" params={{ supplierId: supplier.id }} look="outline">
                <Trans>结算与往来</Trans>
              </ButtonLink>
            )}
            <SupplierStateActions supplier={supplier} onStale={() => void refresh()} />
          </>
        }
      >
        <span className="mono">{supplier.code}</span>
      </PageHeader>
      <Columns
        main={
          <>
            <SupplierServices services={supplier.services} />
            <SupplierCertificates supplier={supplier} onDecided={() => void refresh()} />
            <SupplierTickets tickets={supplier.openTickets} total={supplier.openTicketCount} />
            <SupplierMembers members={supplier.members} />
          </>
        }
        side={
          <>
            <SupplierStanding supplier={supplier} />
            <SupplierCapacity supplier={supplier} />
            <SupplierProfile supplier={supplier} />
          </>
        }
      />
    </>
  );
}
