from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0005_sanctions'),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='wished_name',
            field=models.CharField(blank=True, default='', editable=False, max_length=150),
        ),
    ]
