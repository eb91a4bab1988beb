/* The built-in library models: every name that one takes from another is there, and the synchronous spelling of a library blocks
 * where its asynchronous twin does not. (Words and kinds are checked when the models are packed.) */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "facts/pack.h"
#include "program_sandbox.h"

extern const char models_pack[];

static const struct pack_header *header(void) { return (const void *)models_pack; }

static const struct pack_entry *entry_at(uint32_t index) {
    return (const struct pack_entry *)(const void *)(models_pack + sizeof(struct pack_header)) + index;
}

static struct span entry_name(const struct pack_entry *entry) {
    return (struct span){models_pack + entry->name.offset, entry->name.length};
}

/* The model of exactly this name, or NULL; *prefix tells whether it is a package of something. */
static const struct pack_entry *find(struct span name, bool *prefix) {
    const struct pack_entry *found = NULL;
    *prefix = false;
    for (uint32_t i = 0; i < header()->count; i++) {
        struct span other = entry_name(entry_at(i));
        found = span_eq(other, name) ? entry_at(i) : found;
        *prefix |= other.len > name.len && other.data[name.len] == '.' && memcmp(other.data, name.data, name.len) == 0;
    }
    return found;
}

static bool has_star(const struct facts *facts) { return (facts->scopes[0].flags & SCOPE_STAR) != 0; }

static bool has_name(const struct pack_entry *module, struct span name) {
    struct facts facts;
    char dotted[256];
    bool prefix;
    facts_open(&facts, models_pack + module->facts, module->facts_size);
    struct span own = entry_name(module);
    snprintf(dotted, sizeof dotted, "%.*s.%.*s", (int)own.len, own.data, (int)name.len, name.data);
    return facts_symbol_of(&facts, 0, name) != FACTS_NONE || has_star(&facts) || span_is(name, "*") ||
           find(span_of(dotted), &prefix) || prefix;
}

/* The absolute name of what an import names, seen from a model that may be a package. */
static void absolute(const struct pack_entry *from, const struct facts *facts, const struct facts_import *import, char *out,
                     size_t size) {
    struct span own = entry_name(from), module = facts_text(facts, import->module);
    bool package;
    find(own, &package);
    uint32_t up = import->level ? import->level - package : 0;
    for (; up > 0; up--) {
        while (own.len && own.data[--own.len] != '.') {
        }
    }
    if (import->level == 0) {
        snprintf(out, size, "%.*s", (int)module.len, module.data);
    } else {
        snprintf(out, size, "%.*s%s%.*s", (int)own.len, own.data, own.len && module.len ? "." : "", (int)module.len,
                 module.len ? module.data : "");
    }
}

static void test_imports(void **state) {
    unsigned dangling = 0;
    assert_true(header()->count > 300);
    for (uint32_t i = 0; i < header()->count; i++) {
        struct facts facts;
        const struct pack_entry *from = entry_at(i);
        assert_true(facts_load(&facts, models_pack + from->facts, from->facts_size));
        for (uint32_t k = 0; k < facts.import_count; k++) {
            char module[256];
            bool prefix;
            absolute(from, &facts, &facts.imports[k], module, sizeof module);
            const struct pack_entry *target = find(span_of(module), &prefix);
            struct span name = facts_text(&facts, facts.imports[k].name);
            bool there = strcmp(module, "loadpath") == 0 || (target && (name.len == 0 || has_name(target, name))) || prefix;
            if (!there) {
                struct span own = entry_name(from);
                print_error("%.*s imports %s.%.*s, which has no model\n", (int)own.len, own.data, module, (int)name.len,
                            name.len ? name.data : "");
                dangling++;
            }
        }
    }
    assert_int_equal(dangling, 0);
}

struct twin {
    const char *imports, *sync, *async;
};

static const struct twin blocking_twins[] = {
    {"import requests, httpx", "requests.get('u')", "httpx.AsyncClient().get('u')"},
    {"import httpx", "httpx.Client().post('u')", "httpx.AsyncClient().post('u')"},
    {"import requests, aiohttp", "requests.Session().put('u')", "aiohttp.ClientSession().put('u')"},
    {"import time, asyncio", "time.sleep(1)", "asyncio.sleep(1)"},
    {"import time, anyio", "time.sleep(1)", "anyio.sleep(1)"},
    {"import subprocess, asyncio", "subprocess.run(['a'])", "asyncio.create_subprocess_exec('a')"},
    {"import aiofiles", "open('f')", "aiofiles.open('f')"},
    {"import socket, asyncio", "socket.create_connection(('h', 1))", "asyncio.open_connection('h', 1)"},
    {"import queue, asyncio", "queue.Queue().get()", "asyncio.Queue().get()"},
    {"import threading, asyncio", "threading.Event().wait()", "asyncio.Event().wait()"},
    {"from sqlalchemy.orm import Session\nfrom sqlalchemy.ext.asyncio import AsyncSession", "Session(e).execute(q)",
     "AsyncSession(e).execute(q)"},
    {"from sqlalchemy.orm import sessionmaker\nfrom sqlalchemy.ext.asyncio import async_sessionmaker",
     "sessionmaker(e)().commit()", "async_sessionmaker(e)().commit()"},
    {"from sqlmodel import Session\nfrom sqlmodel.ext.asyncio.session import AsyncSession", "Session(e).exec(q)",
     "AsyncSession(e).exec(q)"},
    {"import psycopg", "psycopg.connect('d')", "psycopg.AsyncConnection.connect('d')"},
    {"import psycopg2, asyncpg", "psycopg2.connect('d').cursor().execute('q')", "asyncpg.connect('d')"},
    {"import pymysql, aiomysql", "pymysql.connect().cursor().execute('q')", "aiomysql.connect()"},
    {"import mysql.connector, mysql.connector.aio", "mysql.connector.connect()", "mysql.connector.aio.connect()"},
    {"import sqlite3, aiosqlite", "sqlite3.connect('d').execute('q')", "aiosqlite.connect('d')"},
    {"import pymongo", "pymongo.MongoClient().d.c.find_one()", "pymongo.AsyncMongoClient().d.c.find_one()"},
    {"import pymongo\nfrom motor.motor_asyncio import AsyncIOMotorClient", "pymongo.MongoClient()['d']['c'].insert_one({})",
     "AsyncIOMotorClient()['d']['c'].insert_one({})"},
    {"import redis\nimport redis.asyncio", "redis.Redis().get('k')", "redis.asyncio.Redis().get('k')"},
    {"from elasticsearch import Elasticsearch, AsyncElasticsearch", "Elasticsearch().search()", "AsyncElasticsearch().search()"},
    {"import boto3", "boto3.client('s3').get_object()", NULL},
    {"from openai import OpenAI, AsyncOpenAI", "OpenAI().chat.completions.create(model='m', messages=[])",
     "AsyncOpenAI().chat.completions.create(model='m', messages=[])"},
    {"from openai import OpenAI, AsyncOpenAI", "OpenAI().embeddings.create(model='m', input='x')",
     "AsyncOpenAI().embeddings.create(model='m', input='x')"},
    {"from anthropic import Anthropic, AsyncAnthropic", "Anthropic().messages.create()", "AsyncAnthropic().messages.create()"},
    {"from google import genai", "genai.Client().models.generate_content(model='m', contents='x')",
     "genai.Client().aio.models.generate_content(model='m', contents='x')"},
    {"import google.generativeai as g", "g.GenerativeModel().generate_content('x')",
     "g.GenerativeModel().generate_content_async('x')"},
    {"import cohere", "cohere.ClientV2().chat(model='m', messages=[])", "cohere.AsyncClientV2().chat(model='m', messages=[])"},
    {"from mistralai import Mistral", "Mistral().chat.complete(model='m', messages=[])",
     "Mistral().chat.complete_async(model='m', messages=[])"},
    {"from groq import Groq, AsyncGroq", "Groq().chat.completions.create(model='m', messages=[])",
     "AsyncGroq().chat.completions.create(model='m', messages=[])"},
    {"import ollama", "ollama.chat(model='m')", "ollama.AsyncClient().chat(model='m')"},
    {"import litellm", "litellm.completion(model='m', messages=[])", "litellm.acompletion(model='m', messages=[])"},
    {"from huggingface_hub import InferenceClient, AsyncInferenceClient", "InferenceClient().text_generation('x')",
     "AsyncInferenceClient().text_generation('x')"},
    {"from langchain_openai import ChatOpenAI", "ChatOpenAI().invoke('x')", "ChatOpenAI().ainvoke('x')"},
    {"import chromadb", "chromadb.HttpClient().heartbeat()", "chromadb.AsyncHttpClient()"},
    {"from qdrant_client import QdrantClient, AsyncQdrantClient", "QdrantClient().get_collections()",
     "AsyncQdrantClient().get_collections()"},
    {"from pymilvus import MilvusClient, AsyncMilvusClient", "MilvusClient().search('c', [])",
     "AsyncMilvusClient().search('c', [])"},
    {"from django.core.cache import cache", "cache.get('k')", "cache.aget('k')"},
    {"from procrastinate import App", "App().configure_task('t').defer()", "App().configure_task('t').defer_async()"},
    {"from procrastinate import App", "App().check_connection()", "App().check_connection_async()"},
    {"from funboost import Booster", "Booster().push(1)", "Booster().aio_push(1)"},
    {"from requests_html import HTMLSession, AsyncHTMLSession", "HTMLSession().get('u')",
     "AsyncHTMLSession().get('u')"},
    {"from requests_html import HTML", "HTML(html='h').render()", "HTML(html='h').arender()"},
    {"import kubernetes.client, kubernetes_asyncio.client", "kubernetes.client.CoreV1Api().list_namespaced_pod('n')",
     "kubernetes_asyncio.client.CoreV1Api().list_namespaced_pod('n')"},
    {"import kubernetes.config, kubernetes_asyncio.config", "kubernetes.config.load_kube_config()",
     "kubernetes_asyncio.config.load_kube_config()"},
    {"import pymemcache, emcache", "pymemcache.Client('h').get('k')", "emcache.create_client([])"},
    {"from pathlib import Path\nfrom aiopath import AsyncPath", "Path('f').read_text()", "AsyncPath('f').read_text()"},
    {"from rq import Queue\nfrom saq import Queue as Asynchronous", "Queue().enqueue(len)",
     "Asynchronous.from_url('u').enqueue('f')"},
    {"from temporalio import activity", "activity.wait_for_cancelled_sync()", "activity.wait_for_cancelled()"},
    {"import gevent, asyncio", "gevent.sleep(1)", "asyncio.sleep(1)"},
    {"import eventlet, asyncio", "eventlet.sleep(1)", "asyncio.sleep(1)"},
    {"import ldap", "ldap.initialize('u').simple_bind_s('n', 'p')", NULL},
    {"import mechanize", "mechanize.Browser().open('u')", NULL},
    {"import yoyo", "yoyo.get_backend('u')", NULL},
    {"from retrying import Retrying", "Retrying().call(len, q)", NULL},
    {"from django_q.tasks import async_task", "async_task('f')", NULL},
    {"from django.core.mail import send_mail", "send_mail('s', 'm', None, [])", NULL},
    {"import zipfile", "zipfile.ZipFile('z').extractall()", NULL},
    {"import smtplib", "smtplib.SMTP('h')", NULL},
    {"import shutil", "shutil.rmtree('d')", NULL},
    {"import urllib.request", "urllib.request.urlopen('u')", NULL},
};

/* The same for Django's ORM, which raises instead of blocking. */
static const struct twin orm_twins[] = {
    {"from django.contrib.auth.models import User", "User.objects.get(pk=1)", "User.objects.aget(pk=1)"},
    {"from django.contrib.auth.models import User", "User.objects.filter(pk=1).count()", "User.objects.filter(pk=1).acount()"},
    {"from django.contrib.auth.models import User", "User.objects.create_user('n')", "User.objects.acreate_user('n')"},
    {"from django.contrib.auth.models import User", "User().save()", "User().asave()"},
    {"from django.contrib.auth.models import User", "User().groups.add(q)", "User().groups.aadd(q)"},
    {"from django.contrib.auth.models import User", "User().has_perm('p')", "User().ahas_perm('p')"},
    {"from django.contrib.auth import authenticate, aauthenticate", "authenticate(e)", "aauthenticate(e)"},
    {"from django.shortcuts import get_object_or_404, aget_object_or_404\nfrom django.contrib.auth.models import User",
     "get_object_or_404(User)", "aget_object_or_404(User)"},
    {"from django.db import connection", "connection.cursor().execute('q')", NULL},
    {"from django.http import HttpRequest", "HttpRequest().session['k']", "HttpRequest().session.aget('k')"},
    {"from django.http import HttpRequest", "HttpRequest().user.pk", "HttpRequest().auser()"},
    {"from rest_framework_api_key.models import APIKey", "APIKey.objects.create_key(name='n')",
     "APIKey.objects.aget(pk=1)"},
    {"from oauth2_provider.models import AccessToken", "AccessToken.objects.get(token='t')",
     "AccessToken.objects.aget(token='t')"},
    {"from django_celery_beat.models import PeriodicTask", "PeriodicTask.objects.create(name='n')",
     "PeriodicTask.objects.acreate(name='n')"},
    {"from guardian.shortcuts import assign_perm", "assign_perm('p', q)", NULL},
    {"from django_otp import match_token", "match_token(q, 't')", NULL},
    {"from rest_framework.authtoken.models import Token", "Token.objects.get_or_create()", "Token.objects.aget_or_create()"},
};

static void add_case(struct buffer *text, const struct twin *twins, size_t i) {
    buffer_printf(text, "%s\nasync def sync%zu(e, q): %s\n", twins[i].imports, i, twins[i].sync);
    if (twins[i].async) {
        buffer_printf(text, "async def twin%zu(e, q): await %s\n", i, twins[i].async);
    }
}

static void expect(struct program_sandbox *sandbox, const struct flow *flow, const struct twin *twin, enum flow_effect effect,
                   const char *kind, size_t i, bool blocks) {
    char dotted[64];
    snprintf(dotted, sizeof dotted, "main.%s%zu", kind, i);
    const struct flow_function *f = flow_function_at(flow, flow_function_of(flow, program_sandbox_def(sandbox, dotted)));
    if ((f->reach[effect].distance == 1) != blocks) {
        fail_msg("%s: %s", blocks ? "does not block" : "blocks", blocks ? twin->sync : twin->async);
    }
    for (uint32_t s = f->first_site; s < f->first_site + f->site_count; s++) {
        if (flow_site_at(flow, s)->flags & SITE_UNRESOLVED) {
            fail_msg("a call is not resolved in: %s", blocks ? twin->sync : twin->async);
        }
    }
}

static void check_twins(const struct twin *twins, size_t count, enum flow_effect effect) {
    for (size_t i = 0; i < count; i++) {
        struct buffer text = {0};
        struct program_sandbox sandbox;
        add_case(&text, twins, i);
        program_sandbox_open(&sandbox, (struct program_sandbox_file[]){{"main.py", text.data}, {NULL, NULL}});
        struct flow *flow = flow_new(sandbox.program);
        flow_run(flow);
        expect(&sandbox, flow, &twins[i], effect, "sync", i, true);
        if (twins[i].async) {
            expect(&sandbox, flow, &twins[i], effect, "twin", i, false);
        }
        flow_free(flow);
        program_sandbox_close(&sandbox);
        buffer_free(&text);
    }
}

static void test_twins(void **state) {
    (void)state;
    check_twins(blocking_twins, sizeof blocking_twins / sizeof *blocking_twins, EFFECT_BLOCK);
}

static void test_orm_twins(void **state) {
    (void)state;
    check_twins(orm_twins, sizeof orm_twins / sizeof *orm_twins, EFFECT_ORM);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_imports),
        cmocka_unit_test(test_twins),
        cmocka_unit_test(test_orm_twins),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
