"""Mail addresses in small letters, as they are asked for at sign-in."""

from django.db import migrations
from django.db.models.functions import Lower


def write_small(apps, schema_editor):
    apps.get_model("accounts", "User").objects.update(email=Lower("email"))


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_public_names")]

    operations = [migrations.RunPython(write_small, migrations.RunPython.noop)]
