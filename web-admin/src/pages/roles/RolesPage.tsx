import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { ToneTag } from "@kaidan/web-kit/ui/StatusTag";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { Section } from "../../features/console/Section";
import { RoleForm } from "./RoleForm";
import css from "./RolesPage.module.css";

const route = getRouteApi("/signedIn/roles");

/** Roles at the left, the chosen one's permissions at the right. */
export function RolesPage() {
  const { t } = useLingui();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const { role: chosen = data.roles[0]?.id } = route.useSearch();
  const navigate = route.useNavigate();
  const role = data.roles.find(({ id }) => id === chosen);
  return (
    <>
      <PageHeader
        title={t`角色与权限`}
        back="/staff"
        actions={
          <Button
            renderRoot={(props) => <Link to="/roles" search={{ role: "new" }} {...props} />}
            leftSection={<Plus size={16} strokeWidth={1.5} aria-hidden />}
          >
            <Trans>新建角色</Trans>
          </Button>
        }
      >
        <Trans>角色是权限的组合；您只能授予自己拥有的权限。</Trans>
      </PageHeader>
      <div className={css.columns}>
        <nav aria-label={t`角色`}>
          <ul className={`list ${css.roles}`}>
            {data.roles.map(({ id, name, builtIn, permissions: { length: count } }) => (
              <li key={id}>
                <Link to="/roles" search={{ role: id }} aria-current={id === chosen ? "page" : undefined}>
                  <span>{name}</span>
                  <span className="muted small">
                    {builtIn && <Trans>内置 · </Trans>}
                    <Trans>{count} 项权限</Trans>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {role || chosen === "new" ? (
          <Section
            title={role?.name ?? t`新建角色`}
            aside={role?.builtIn && <ToneTag tone="neutral">{t`内置角色`}</ToneTag>}
          >
            <RoleForm
              key={role?.id ?? "new"}
              role={role}
              permissions={data.permissions}
              onSaved={async (saved) => {
                toast.ok(t`角色已保存，立即生效`);
                await refresh();
                await navigate({ search: { role: saved.id }, replace: true, ignoreBlocker: true });
              }}
              reload={async () => (await refresh())?.roles.find(({ id }) => id === role?.id)}
            />
          </Section>
        ) : (
          <EmptyState title={t`选择一个角色查看权限`} />
        )}
      </div>
    </>
  );
}
