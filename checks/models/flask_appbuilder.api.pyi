from flask_appbuilder import expose as expose, BaseView as BaseApi, BaseView as ModelRestApi
