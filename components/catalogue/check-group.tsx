import { Checkbox } from "@/components/ui/form/choice/checkbox";
import { FieldError } from "@/components/ui/form/field";
import type { Option } from "@/components/ui/form/select";

type CheckGroupProps = {
  readonly id: string;
  readonly name: string;
  readonly legend: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly error: string | undefined;
};

/** Many of many. The first box carries the id that an error leads to. */
export function CheckGroup({ id, name, legend, options, chosen, error }: CheckGroupProps) {
  return (
    <fieldset className="field span-12" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="field-label">{legend}</legend>
      <div className="check-columns">
        {options.map((option, index) => (
          <Checkbox
            key={option.value}
            id={index === 0 ? id : undefined}
            name={name}
            value={option.value}
            label={option.label}
            defaultChecked={chosen.includes(option.value)}
          />
        ))}
      </div>
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </fieldset>
  );
}
