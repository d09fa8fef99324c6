import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { PlanTemplateForm } from "./PlanTemplateForm";

/** A new template, offered to products from its saving on. */
export function NewPlanTemplatePage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={t`新建付款计划模板`} back="/catalogue/plan-templates" />
      <PlanTemplateForm
        editable
        onSaved={({ code }) => {
          toast.ok(t`已保存`);
          void navigate({ to: "/catalogue/plan-templates/$code", params: { code }, ignoreBlocker: true });
        }}
      />
    </>
  );
}
