from flask.sansio.scaffold import Scaffold as Scaffold
