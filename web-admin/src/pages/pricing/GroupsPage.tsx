import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, TextInput } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import * as z from "zod";
import { Section } from "../../features/console/Section";
import { SaveCustomerGroupDocument } from "../../gql/graphql";
import { GroupMembers } from "./GroupMembers";
import css from "./Pricing.module.css";

const route = getRouteApi("/signedIn/pricing/groups");
const schema = z.object({ name: z.string().trim().min(1).max(40), note: z.string().trim().max(200) });

/** Groups of customers, whom rules and coupons can be meant for. */
export function GroupsPage() {
  const { t } = useLingui();
  const { can } = useMe();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  return (
    <>
      <PageHeader title={t`客户分组`}>
        <Trans>计价规则可以只对某个分组的客户生效。</Trans>
      </PageHeader>
      <div className="stack">
        {can("pricing.manage") && <NewGroup onMade={() => void refresh()} />}
        {data.customerGroups.length === 0 && <EmptyState title={t`还没有客户分组`} />}
        {data.customerGroups.map((group) => (
          <GroupMembers key={group.id} group={group} onChanged={() => void refresh()} />
        ))}
      </div>
    </>
  );
}

function NewGroup({ onMade }: { onMade: () => void }) {
  const { t } = useLingui();
  const { form, submit, busy, alert } = useMutationForm({
    name: "save-group:new",
    schema,
    defaultValues: { name: "", note: "" },
    document: SaveCustomerGroupDocument,
    variables: (values) => ({ input: { ...values, groupId: null, version: null } }),
    payload: (data) => data.saveCustomerGroup,
    onDone: () => {
      toast.ok(t`分组已建立`);
      form.reset();
      onMade();
    },
  });
  return (
    <Section title={t`新建分组`}>
      <form className="stack" onSubmit={submit} noValidate>
        {alert && (
          <Alert color="red" role="alert">
            {alert}
          </Alert>
        )}
        <div className={css.param}>
          <TextInput label={t`名称`} error={form.formState.errors.name?.message} {...form.register("name")} />
          <TextInput label={t`说明`} error={form.formState.errors.note?.message} {...form.register("note")} />
        </div>
        <div>
          <Button type="submit" loading={busy}>
            <Trans>新建</Trans>
          </Button>
        </div>
      </form>
    </Section>
  );
}
