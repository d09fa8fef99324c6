import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { useLingui } from "@lingui/react/macro";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { PlanTemplateForm } from "./PlanTemplateForm";

const route = getRouteApi("/signedIn/catalogue/plan-templates/$code");

/** One template: its plan, to be changed by who writes products. */
export function PlanTemplatePage() {
  const { t } = useLingui();
  const { can } = useMe();
  const { code } = route.useParams();
  const navigate = useNavigate();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const template = data.planTemplates.find((each) => each.code === code);
  if (!template) return <NotFoundState home={import.meta.env.BASE_URL} />;
  return (
    <>
      <PageHeader title={template.name} back="/catalogue/plan-templates">
        <span className="mono">{template.code}</span>
      </PageHeader>
      <PlanTemplateForm
        key={template.id}
        template={template}
        editable={can("catalogue.manage")}
        onSaved={(saved) => {
          toast.ok(t`已保存`);
          const params = { code: saved.code };
          if (saved.code !== code)
            void navigate({ to: "/catalogue/plan-templates/$code", params, ignoreBlocker: true });
        }}
        reload={async () => (await refresh())?.planTemplates.find(({ id }) => id === template.id)}
      />
    </>
  );
}
