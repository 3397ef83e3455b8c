import { createElement, type ReactNode } from 'react'
import { inputOf } from '../extension.ts'
import { BooleanField } from './BooleanField.tsx'
import { ChoiceField } from './ChoiceField.tsx'
import { ChoicesField } from './ChoicesField.tsx'
import { DateField } from './DateField.tsx'
import { FileField } from './FileField.tsx'
import type { FieldProps } from './field-props.ts'
import { GroupField } from './GroupField.tsx'
import { LinkField } from './LinkField.tsx'
import { ListField } from './ListField.tsx'
import { NumberField } from './NumberField.tsx'
import { RichTextField } from './RichTextField.tsx'
import { TermField } from './TermField.tsx'
import { TextField } from './TextField.tsx'

/** The input for a field: the module's own where it has one, else by its kind. */
export function FieldInput(props: FieldProps): ReactNode {
  return createElement(inputOf(props.text) ?? KindInput, props)
}

function KindInput(props: FieldProps): ReactNode {
  switch (props.field.kind) {
    case 'text':
    case 'longText':
      return <TextField {...props} />
    case 'richText':
      return <RichTextField {...props} />
    case 'choice':
      return <ChoiceField {...props} />
    case 'choices':
      return <ChoicesField {...props} />
    case 'number':
      return <NumberField {...props} />
    case 'boolean':
      return <BooleanField {...props} />
    case 'date':
    case 'instant':
      return <DateField {...props} />
    case 'link':
    case 'links':
      return <LinkField {...props} />
    case 'term':
    case 'terms':
      return <TermField {...props} />
    case 'file':
      return <FileField {...props} />
    case 'list':
      return <ListField {...props} />
    case 'group':
      return <GroupField {...props} />
  }
}
