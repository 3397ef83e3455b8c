import { defineModule } from '../../kernel/module.ts'
import { keyOrCertificate } from './register.ts'

export const module = defineModule({ name: 'cryptography', registers: [keyOrCertificate] })
