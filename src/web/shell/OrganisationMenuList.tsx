import { Menu } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMe, useMembership } from '../session.ts'
import { useText } from '../text.ts'

/** The organisation at hand, and the way to another: a consultant has twenty. */
export function OrganisationMenuList(): ReactNode {
  const words = useText()
  const me = useMe()
  const here = useMembership()
  return (
    <Menu defaultOpened position="bottom-start">
      <Menu.Target>
        <button type="button" className="bare org">
          {here.name}
          {here.isSample ? <span className="sample">{words('shell.sample')}</span> : null}
        </button>
      </Menu.Target>
      <Menu.Dropdown mah="70vh" style={{ overflowY: 'auto' }}>
        <Menu.Label>{words('shell.organisations')}</Menu.Label>
        {me.organisations.map(({ slug, name, isSample }) => (
          <Menu.Item
            key={slug}
            component={Link}
            to={`/${slug}`}
            {...(slug === here.slug ? { 'aria-current': 'true', fw: 600 } : {})}
          >
            {name}
            {isSample ? <span className="quiet">{`  ${words('shell.sample')}`}</span> : null}
          </Menu.Item>
        ))}
        {me.canCreateOrganisation ? (
          <>
            <Menu.Divider />
            <Menu.Item component={Link} to="/start">
              {words('shell.newOrganisation')}
            </Menu.Item>
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  )
}
