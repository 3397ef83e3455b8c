import {
  accept,
  askReset,
  createOrganisation,
  readInvitation,
  readMe,
  readReset,
  setPassword,
  start,
  startState,
  updateMe,
} from './contract/accounts.ts'
import { invite, listMembers, makeReset, removeMember, updateMember, withdraw } from './contract/members.ts'
import { createToken, listTokens, revokeToken } from './contract/tokens.ts'

export const contracts = [
  startState,
  start,
  readMe,
  updateMe,
  createOrganisation,
  askReset,
  readReset,
  setPassword,
  readInvitation,
  accept,
  listMembers,
  invite,
  withdraw,
  updateMember,
  removeMember,
  makeReset,
  listTokens,
  createToken,
  revokeToken,
] as const
