import { type MantineSize, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useText } from '../text.ts'

interface DialogProps {
  readonly title: string
  readonly size?: MantineSize
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A dialog of the widget library, with a name on its close button and a head that counts as no second banner of the page. */
export function Dialog({ title, size = 'md', onClose, children }: DialogProps): ReactNode {
  const words = useText()
  return (
    <Modal.Root opened onClose={onClose} size={size}>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Header role="presentation">
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton aria-label={words('panel.close')} />
        </Modal.Header>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
