# psycopg 3.x
from psycopg2.sql import Composable as Composable, Composed as Composed, Identifier as Identifier, Literal as Literal, Placeholder as Placeholder, SQL as SQL
