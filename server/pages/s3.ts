import {
  DeleteObjectCommand, GetObjectCommand, HeadBucketCommand, HeadObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import type { Readable } from 'node:stream'
import type { S3Config } from '../config.ts'
import type { ObjectStore } from './object-store.ts'

/** Objects in a bucket of any store that speaks S3; a put is whole or not at all by that protocol. */
export function openS3({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Config): ObjectStore {
  const client = new S3Client({
    endpoint, region, credentials: { accessKeyId, secretAccessKey }, forcePathStyle: true,
    // Stores other than the first one do not all know the newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const names = async (prefix: string): Promise<readonly string[]> => {
    const found: string[] = []
    for (let token: string | undefined; ;) {
      const from = token === undefined ? {} : { ContinuationToken: token }
      const page = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ...from }))
      found.push(...(page.Contents ?? []).flatMap(({ Key }) => Key ?? []))
      token = page.NextContinuationToken
      if (token === undefined) return found
    }
  }
  return {
    put: async (name, bytes) => {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: name, Body: bytes, ContentLength: bytes.length }))
    },
    get: (name, from) => absent(async () => {
      const { Body, ContentLength = 0 } = await client.send(new GetObjectCommand({
        Bucket: bucket, Key: name, ...(from === 0 ? {} : { Range: `bytes=${String(from)}-` }),
      }))
      return { bytes: from + ContentLength, stream: Body as Readable }
    }),
    size: name => absent(async () => (await client.send(new HeadObjectCommand({ Bucket: bucket, Key: name }))).ContentLength),
    list: async folder => (await names(`${folder}/`)).map(name => name.slice(folder.length + 1)),
    remove: async name => {
      for (const key of [name, ...await names(`${name}/`)]) await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }))
    },
    ready: async () => {
      await client.send(new HeadBucketCommand({ Bucket: bucket }))
    },
  }
}

async function absent<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return undefined
    throw error
  }
}
