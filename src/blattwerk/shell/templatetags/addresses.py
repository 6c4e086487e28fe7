"""`{% absolute "/ausland/" %}`: the paper's public address before a path."""

from django import template

from blattwerk.common.addresses import absolute

register = template.Library()


register.simple_tag(absolute)
